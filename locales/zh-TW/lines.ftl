### The agents' side of live conversations: presence, offers, the screen of chats, the strip in a conversation.

## Taking conversations

presence-on = 正在接待
presence-off = 暫停接待
presence-on-why = 排隊的客戶會依您的上限分配給您。關閉後，進行中的對話仍由您接待。
presence-off-why = 不會再分配新客戶給您，進行中的對話仍由您接待。
did-available = 您已開始接待對話
did-away = 不再向您分配新對話
sound = 提示音
sound-on = 新對話和新訊息會有提示音
sound-off = 新對話和新訊息不會有提示音

## Offers

offer-title = 有客戶在等待
offer-announced = 有客戶在等待：{ $name }，{ $category }，{ $language }
offer-about = { $category } · { $language }
offer-take = 接待
offer-pass = 略過
take-over = 接管

## The screen of chats

chats = 即時對話
chats-calls = { $count } 個等待您處理
chats-offered = 分配給您
chats-mine = 您的對話
chats-mine-none = 目前沒有對話。下一位客戶會在這裡分配給您。
chats-mine-away = 目前沒有對話。開始接待後，客戶才會分配給您。
chats-waiting = 排隊中
chats-waiting-none = 沒有人在排隊。
chats-others = 其他人接待中
chats-others-none = 沒有其他進行中的對話。
chats-agents = 現在有 { $count } 位客服在接待。
chat-unread = 新

## A conversation that goes on

line = 連線狀態
line-there = 在線
line-away = 暫時離開
line-waited = 已等待 { $time }
line-place = 第 { $place } 位
line-told = 告知等待 { $low }–{ $high } 分鐘
line-told-one = 告知等待約 { $low } 分鐘
line-with-you = 正在與您對話
line-with = 正在與 { $name } 對話
line-state-assistant = 由助手接待
line-state-waiting = 等待真人
line-state-talking = 對話中
line-page = 所在頁面
line-hand-over = 轉交
line-end = 結束對話
line-end-why = 工單會保留，剩下的事情可在工單中繼續。
did-line-end = 已結束與 { $name } 的對話
customer-writes = { $name } 正在輸入…
enter-sends = 即時對話中按 Enter 傳送
delivery-live = 已即時送達
delivery-read = 已讀

## The assistant

assistant = 助手
assistant-did-answer = 根據文章回答
assistant-did-ask = 追問
assistant-did-unsure = 沒有找到確定的答案
assistant-did-hand-over = 轉真人
assistant-did-courtesy = 寒暄
assistant-sources = 來源：
assistant-offered = 提供了：

## Events

event-queued-asked = 客戶要求真人，正在排隊
event-queued-risk = 此事需要立即由真人處理，客戶正在排隊
event-queued-unknown = 助手無法回答，客戶正在等待真人
event-queued-direct = 客戶正在等待真人
event-queued-handed-over = 已轉交，客戶依原來的位置繼續排隊
event-queued-agent-gone = 客服已離開，客戶依原來的位置繼續排隊
event-ended-agent = { $actor } 結束了對話
event-ended-customer = 客戶結束了對話
event-ended-closed = 工單已關閉，對話隨之結束
event-ended-left = 客戶離開了對話
event-ended-idle = 長時間沒有訊息，對話已結束
event-ended-nobody = 沒有客服在線，對話已結束，將在此工單繼續
event-categorised = { $actor } 更改了類別：{ $was } → { $category }

## The category

category-change = 類別
category-title = 「{ $subject }」的類別
category-find = 類別
did-category = 「{ $subject }」：{ $category }

## Keys

keys-line = 即時對話
key-chats = 即時對話
key-category = 類別…
key-offer-take = 接待分配的客戶
key-offer-pass = 略過分配的客戶
key-line-take = 接待開啟的對話
key-line-end = 結束開啟的對話
key-available = 開始或暫停接待
key-sound = 提示音開關

## Settings

settings-chat = 線上對話
chat-why = 網站上的對話泡泡：是否提供、是否先由助手回答，以及允許放在哪些網站。
chat-enabled = 客戶可以發起對話
chat-assistant = 先由助手回答，再轉真人
chat-sites = 允許放置的網站，每行一個
chat-sites-hint = 例如 https://www.exchange.example。留空則任何網站都能放置；請填寫您的網站，否則仿冒網站也能顯示它。
skills = 對話接待
skills-named = { $name } 的對話接待
skills-capacity = 同時接待的對話數
skills-capacity-hint = 0 到 50；0 表示不分配。
skills-languages = 會說的語言
skills-languages-hint = 不選則接待所有語言的客戶。
skills-unknown = 此伺服器不提供目前的設定，儲存後將覆蓋原有設定。
