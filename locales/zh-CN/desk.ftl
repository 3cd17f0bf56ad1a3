### The agents' workspace. Shared words (categories, states, fields, roles) are in common.ftl.

## Frame

brand = 灯塔
navigation = 视图与页面
menu = 打开菜单
administration = 管理
me = { $name } · { $number }
account = 我的账户
agents = 客服人员
tokens = 接口令牌
language = 语言
loading = 加载中
dismiss = 关闭窗口
cancel = 取消
done = 完成
back = 返回列表
more = 显示更多
try-again = 重试
copy = 复制：{ $what }
copied = 已复制

## When the server does not answer, or refuses without a sentence of its own

offline = 连接已断开。草稿已保存，正在重新连接。
problem-unreachable = 服务器没有应答。您输入的内容已保留，请重试。
problem-unknown = 服务器拒绝了此操作（{ $status }）。您输入的内容已保留。

## Sign-in and invitation

sign-in = 登录
sign-out = 退出登录
totp-hint = 来自您的身份验证器应用
retry-at = { $time } 之后可以再试。
invitation = 欢迎加入客服台
invitation-for = 此邀请发给 { $email }，角色为{ $role }。
invitation-accept = 接受并登录
name = 姓名
name-hint = 客户会在您的回复下看到
password-empty = 至少 { $min } 个字符。几个互不相关的词就很好。
password-short = 已输入 { $length } 个字符，至少需要 { $min } 个
password-fair = 长度足够，越长越好
password-good = 良好
password-strong = 很强
totp-enrol = 双重验证
totp-enrol-how = 用身份验证器应用扫描二维码，或手动输入密钥，然后填写应用显示的验证码。
totp-code-image = 二维码，内容与下方密钥相同
totp-secret = 密钥

## Views

view-mine = 我的
view-unassigned = 待分配
view-open = 处理中
view-waiting = 等待客户
view-closed = 已关闭
view-mine-empty = 没有分配给您的工单。
view-unassigned-empty = 每张工单都有人负责。
view-open-empty = 没有待处理的工单，所有客户都已得到答复。
view-waiting-empty = 没有等待客户回复的工单。
view-closed-empty = 还没有已关闭的工单。
no-such-ticket = 没有这张工单，或您无权查看。
choose-ticket = 请从列表中选择一张工单。
choose-ticket-keys = 下一张、上一张

## Short names of the categories, for pills

category-deposit-short = 充值
category-tag-short = 标签
category-missent-short = 转错
category-withdrawal-short = 提现
category-fiat-short = 法币
category-trade-short = 交易
category-derivatives-short = 合约
category-verification-short = 认证
category-recovery-short = 找回
category-security-short = 安全
category-api-short = API
category-phishing-short = 钓鱼
category-question-short = 咨询
category-other-short = 其他

## A ticket and what can be done with it

turn-agent = 待我方回复
turn-customer = 待客户回复
due = { $time }内答复
overdue = 超时 { $time }
who = { $name } · { $number }
unassigned = 未分配
reference = 工单编号
chased = 催促 { $count } 次
assign-me = 分配给我
hand-back = 退回待分配
close = 关闭
reopen = 重新打开
customer = 客户
timeline = 对话
new-message = { $name } 发来新消息
new-below = { $count } 条新消息
erased = 已按规定删除内容，记录仍可验证。
entry-proof = 第 { $number } 条记录 · { $hash }

## Composer

composer = 回复方式
reply = 回复
note = 备注
reply-body = 回复客户
note-body = 仅客服可见的备注
reply-placeholder = 回复 { $name }…
note-placeholder = 仅客服可见…
send = 发送
add-note = 添加备注
sending = 发送中…
draft-kept = 草稿已保存
draft-not-kept = 浏览器存储空间不足，草稿未保存：离开前请先复制
stays-closed = 已关闭：回复不会重新打开
will-be-held = 客户验证邮箱之前，回复会暂存
moved = 有 { $count } 条新消息，请先阅读。
read-them = 查看

## What became of the mail with our answer

delivery-held = 暂存，待客户验证邮箱
delivery-queued = 等待发送
delivery-sent = 已发送
delivery-failed = 投递失败
delivery-case-page = 仅在工单页面显示：客户没有邮箱
delivery-no-mail-server = 待发送：尚未配置邮件服务器

## Events on the timeline

event-taken = { $actor } 接手了此工单
event-assigned = { $actor } 将此工单分配给 { $agent }
event-unassigned = { $actor } 将此工单退回待分配
event-closed = { $actor } 关闭了此工单
event-reopened = { $actor } 重新打开了此工单
event-chased = { $actor } 催问进度
event-rated = { $actor } 评分：{ $score }/5
event-proved = { $actor } 验证了邮箱地址
event-delivery-failed = 邮件投递失败
actor-customer = 客户
actor-agent = 客服
actor-token = 接口令牌
actor-system = 系统

## Beside the conversation

email-short = 邮箱
unproved = 未验证
no-email = 无
channel = 渠道
missing = 尚未提供
rating = 评分
rating-score = { $score } / 5
record = 记录
record-entries = 共 { $count } 条
head-hash = 最后一条记录的哈希值

## Keys

keys = 快捷键
key-next = 列表中的下一项
key-previous = 列表中的上一项
key-reply = 回复
key-note = 备注
key-assign-me = 分配给我
key-close = 关闭
key-reopen = 重新打开
key-inbox = 处理中的工单
key-help = 本快捷键列表
key-send = 发送编辑框中的内容
key-leave = 离开编辑框
keys-where = 单个字母仅在输入框之外有效，输入法组字时不会触发。

## My account

agent-number = 客服 { $number }
sessions = 已登录的设备
sessions-why = 如有不认识的设备，请将其退出并告知管理员。
sessions-none = 没有登录中的设备。
session-current = 本设备
session-times = 登录于 { $created } · 最近活动 { $seen }
device-unknown = 未知设备
revoke = 结束

## Agents

agents-none = 还没有人。
refused-requests = 因索要机密信息而被拦截
refused-requests-why = 最近 90 天内向客户索要密码、验证码等信息的消息。这些消息都没有发出，内容也未保存。
refused-requests-none = 没有被拦截的消息。
refused-requests-count = { $count } 次
agent-active = 在职
agent-invited = 已邀请
agent-off = 已离职
invite = 邀请
invite-title = 邀请同事
invite-sent = 邀请已发往 { $email }。
reset = 重新邀请
reset-title = 重新邀请 { $name }？
reset-consequence = 用于设备丢失：其登录、密码与双重验证立即失效。系统会通知本人，并发送新的邀请邮件供其重新设置。
off-board = 办理离职
off-board-title = 为 { $name } 办理离职？
off-board-consequence = 其登录与令牌立即失效，名下工单退回待分配。

## API tokens

tokens-why = 令牌让程序以其角色的权限工作。令牌不会自动过期，请结束不再使用的令牌。
tokens-none = 还没有令牌。
token = 令牌
token-create = 创建令牌
token-name = 用途
token-name-hint = 持有它的程序或团队
token-once = 请立即复制，它只显示这一次。
token-times = 创建于 { $created } · 最近使用 { $used }
token-unused = 创建于 { $created } · 从未使用
token-revoke-title = 结束令牌“{ $name }”？
token-revoke-consequence = 使用它的程序将立即被拒绝。

## What each role does

not-for-you = 此处无需处理
not-for-you-role = 您当前的角色是{ $role }，不能打开此页面。
role-agent-does = 答复客户：查看工单、回复、备注、分配与关闭。
role-lead-does = 具有客服的权限，并负责团队。
role-editor-does = 负责帮助中心的内容，不能查看客户工单。
role-auditor-does = 查看工单及其记录，不能更改。
role-admin-does = 拥有全部权限，并管理客服人员与令牌。
