### The agents' side of live conversations: presence, offers, the screen of chats, the strip in a conversation.

## Taking conversations

presence-on = 正在接待
presence-off = 暂停接待
presence-on-why = 排队的客户会按您的上限分配给您。关闭后，正在进行的对话仍由您接待。
presence-off-why = 不会再分配新客户给您，正在进行的对话仍由您接待。
did-available = 您已开始接待对话
did-away = 不再向您分配新对话
sound = 提示音
sound-on = 新对话和新消息会有提示音
sound-off = 新对话和新消息不会有提示音

## Offers

offer-title = 有客户在等待
offer-announced = 有客户在等待：{ $name }，{ $category }，{ $language }
offer-about = { $category } · { $language }
offer-take = 接待
offer-pass = 跳过
take-over = 接管

## The screen of chats

chats = 实时对话
chats-calls = { $count } 个等待您处理
chats-offered = 分配给您
chats-mine = 您的对话
chats-mine-none = 目前没有对话。下一位客户会在这里分配给您。
chats-mine-away = 目前没有对话。开始接待后，客户才会分配给您。
chats-waiting = 排队中
chats-waiting-none = 没有人在排队。
chats-others = 其他人接待中
chats-others-none = 没有其他进行中的对话。
chats-agents = 现在有 { $count } 位客服在接待。
chat-unread = 新

## A conversation that goes on

line = 连线状态
line-there = 在线
line-away = 暂时离开
line-waited = 已等待 { $time }
line-place = 第 { $place } 位
line-told = 告知等待 { $low }–{ $high } 分钟
line-told-one = 告知等待约 { $low } 分钟
line-with-you = 正在与您对话
line-with = 正在与 { $name } 对话
line-state-assistant = 由助手接待
line-state-waiting = 等待人工
line-state-talking = 对话中
line-page = 所在页面
line-hand-over = 转交
line-end = 结束对话
line-end-why = 工单会保留，剩下的事情可在工单中继续。
did-line-end = 已结束与 { $name } 的对话
customer-writes = { $name } 正在输入…
enter-sends = 实时对话中按 Enter 发送
delivery-live = 已即时送达
delivery-read = 已读

## The assistant

assistant = 助手
assistant-did-answer = 根据文章回答
assistant-did-ask = 追问
assistant-did-unsure = 没有找到确定的答案
assistant-did-hand-over = 转人工
assistant-did-courtesy = 寒暄
assistant-sources = 来源：
assistant-offered = 提供了：

## Events

event-queued-asked = 客户要求人工，正在排队
event-queued-risk = 此事需要立即由人工处理，客户正在排队
event-queued-unknown = 助手无法回答，客户正在等待人工
event-queued-direct = 客户正在等待人工
event-queued-handed-over = 已转交，客户按原来的位置继续排队
event-queued-agent-gone = 客服已离开，客户按原来的位置继续排队
event-ended-agent = { $actor } 结束了对话
event-ended-customer = 客户结束了对话
event-ended-closed = 工单已关闭，对话随之结束
event-ended-left = 客户离开了对话
event-ended-idle = 长时间没有消息，对话已结束
event-ended-nobody = 没有客服在线，对话已结束，将在此工单继续
event-categorised = { $actor } 更改了类别：{ $was } → { $category }

## The category

category-change = 类别
category-title = “{ $subject }”的类别
category-find = 类别
did-category = “{ $subject }”：{ $category }

## Keys

keys-line = 实时对话
key-chats = 实时对话
key-category = 类别…
key-offer-take = 接待分配的客户
key-offer-pass = 跳过分配的客户
key-line-take = 接待打开的对话
key-line-end = 结束打开的对话
key-available = 开始或暂停接待
key-sound = 提示音开关

## Settings

settings-chat = 在线对话
chat-why = 网站上的对话气泡：是否提供、是否先由助手回答，以及允许放在哪些网站。
chat-enabled = 客户可以发起对话
chat-assistant = 先由助手回答，再转人工
chat-sites = 允许放置的网站，每行一个
chat-sites-hint = 例如 https://www.exchange.example。留空则任何网站都能放置；请填写您的网站，否则仿冒网站也能显示它。
skills = 对话接待
skills-named = { $name } 的对话接待
skills-capacity = 同时接待的对话数
skills-capacity-hint = 0 到 50；0 表示不分配。
skills-languages = 会说的语言
skills-languages-hint = 不选则接待所有语言的客户。
skills-unknown = 此服务器不提供当前设置，保存后将覆盖原有设置。
