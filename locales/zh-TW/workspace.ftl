### The frame of the workspace: views, list, search, many at once, keys, undo.

## Views and the list

views = 檢視
view-team = 我的團隊
view-snoozed = 已暫緩
view-spam = 垃圾訊息
view-team-empty = 團隊裡沒有待處理的案件。
view-snoozed-empty = 沒有暫緩的案件。
view-spam-empty = 沒有垃圾訊息。
view-none = 這裡沒有案件。
view-unknown = 檢視
views-by-category = 依類別
views-by-language = 依語言
mentions = 提及我的
mentions-empty = 還沒有人提及您。同事在備註裡寫下 @您的工號，就會出現在這裡。
mention-by = { $name } 在「{ $subject }」中提及了您
until = 至 { $time }
standing-open = 處理中
standing-snoozed = 已暫緩
standing-closed = 已結案
standing-merged = 已合併
standing-spam = 垃圾訊息
priority-urgent = 緊急
priority-high = 高
priority-normal = 普通
priority-low = 低
channel-form-short = 表單
channel-email-short = 郵件
channel-phone-short = 電話
channel-chat-short = 聊天
channel-social-short = 社群
channel-forum-short = 論壇
channel-api-short = API
new-in-view = 「{ $view }」中有 { $count } 件新案件
new-on-top = { $count } 件新案件
line-live = 即時更新
line-polling = 每隔幾秒更新
line-off = 連線已中斷
skip = 跳到內容

## Saved views

view-new = 新增檢視
view-edit = 修改檢視
view-edit-named = 修改檢視「{ $title }」
view-save = 存為檢視
view-title = 名稱
view-query = 篩選條件
view-query-hint = 寫法與搜尋相同，如 category:deposit state:open assignee:me -tag:vip
view-shared = 誰能看到
view-shared-me = 僅自己
view-shared-team = 一個團隊
view-shared-all = 所有人
view-up = 上移
view-down = 下移
view-place = 第 { $place } 個，共 { $total } 個
view-delete = 刪除
view-saved = 已儲存檢視「{ $title }」
view-deleted = 已刪除檢視「{ $title }」
save = 儲存
team = 團隊

## Search

search = 搜尋案件
search-hint = 搜尋  category:deposit 未到帳
search-results = 搜尋結果
search-for = 搜尋：{ $query }
search-none = 沒有找到符合的案件。可以少寫幾個詞，或去掉一個篩選條件。
search-start = 輸入要找的詞，或 category: state: assignee: tag: before: 等篩選條件；片語加引號。
search-clear = 清除搜尋
search-suggestions = 搜尋建議

## Selecting, and one action on many

select = 選取
select-ticket = 選取「{ $subject }」
select-loaded = 全選 { $count } 件
bulk = 批次處理
bulk-selected = 已選 { $count } 件
bulk-running = 正在處理…
bulk-undoing = 正在復原…
bulk-undone = 已復原 { $count } 件
bulk-lost = 沒有等到結果，請重新整理清單查看處理到哪裡。
bulk-failed = 有 { $count } 件未能處理。
bulk-did-close = 已將 { $count } 件案件結案
bulk-did-reopen = 已重新開啟 { $count } 件案件
bulk-did-assign = 已將 { $count } 件案件分配給 { $name }
bulk-did-hand-back = 已將 { $count } 件案件退回待分配
bulk-did-tag = 已變更 { $count } 件案件的標籤：{ $tags }
bulk-did-priority = 已將 { $count } 件案件設為「{ $priority }」
bulk-did-snooze = 已將 { $count } 件案件暫緩至 { $time }
bulk-did-wake = 已喚回 { $count } 件案件
bulk-did-spam = 已將 { $count } 件案件標為垃圾訊息
bulk-did-unspam = 已恢復 { $count } 件案件
bulk-reply-why = 每位客戶都會在自己的案件中收到這則回覆；幾秒內可以收回。
bulk-note-why = 備註會寫入每件案件，客戶看不到。
bulk-did-reply = 已回覆 { $count } 件案件
bulk-did-note = 已為 { $count } 件案件新增備註
bulk-did-merge = 已將 { $count } 件案件合併到 { $into }
bulk-did-incident = 已將 { $count } 件案件關聯到「{ $title }」
bulk-did-incident-off = 已將 { $count } 件案件移出事件

## What can be done to a ticket

assign = 分配
tag = 標籤
priority = 優先順序
snooze = 暫緩
wake = 喚回
spam = 垃圾訊息
unspam = 不是垃圾訊息
assign-title = 把「{ $subject }」分配給
assign-hint = 姓名、工號或團隊
assign-to = 分配給 { $name }
assign-to-me = { $name }（我）
assign-nobody = 不分配給任何人
tag-title = 「{ $subject }」的標籤
tag-hint = 新增或移除標籤
tag-new = 新標籤 #{ $tag }
priority-title = 「{ $subject }」的優先順序
snooze-title = 把「{ $subject }」暫緩至，或直到客戶回覆
snooze-hint = 也可輸入 2h、3d、14:30 或 2026-11-25 09:00
snooze-hour = 1 小時後
snooze-hours = 4 小時後
snooze-tomorrow = 明天上午
snooze-monday = 下週一上午
snooze-week = 一週後
snooze-until = 暫緩至

## What was done, and taking it back

toasts = 剛才的操作
dismiss-toast = 不再顯示
undo = 復原
undone = 已復原：{ $what }
did-close = 「{ $subject }」已結案
did-reopen = 已重新開啟「{ $subject }」
did-assign = 已將「{ $subject }」分配給 { $name }
did-hand-back = 已將「{ $subject }」退回待分配
did-priority = 「{ $subject }」的優先順序：{ $priority }
did-tag = 「{ $subject }」的標籤：{ $tags }
did-snooze = 「{ $subject }」暫緩至 { $time }
did-wake = 已喚回「{ $subject }」
did-spam = 已將「{ $subject }」標為垃圾訊息
did-unspam = 「{ $subject }」不再是垃圾訊息
did-send = 回覆將在倒數結束後送出

## The palette

palette = 命令
palette-hint = 輸入命令、檢視或同事
palette-none = 沒有符合項目
palette-commands = 命令
palette-views = 檢視
palette-pages = 頁面
palette-people = 人員
palette-teams = 團隊

## Keys

keys-list = 清單
keys-ticket = 案件
keys-writing = 撰寫
keys-going = 前往與全域
key-select = 選取此列
key-select-to = 選取到此列
key-select-all = 選取全部已載入的列
key-select-none = 取消選取
key-search = 搜尋
key-send-close = 傳送並結案，前往下一件
key-macro = 巨集
key-attach = 新增附件
key-assign = 分配…
key-tag = 標籤…
key-priority = 優先順序…
key-snooze = 暫緩…
key-wake = 喚回
key-merge = 合併…
key-split = 拆分…
key-link = 關聯…
key-incident = 關聯事件…
key-spam = 標為垃圾訊息，或取消
key-customer = 客戶資訊
key-palette = 命令面板
key-undo = 復原上一步
key-views = 前往檢視…
key-mentions = 提及我的
key-new-ticket = 代客戶新增案件
key-save-view = 將目前內容存為檢視
keys-change = 變更快速鍵
keys-kept = 變更只儲存在這台裝置上，僅對您的帳號有效。
keys-preset = 預設方案
keys-preset-dengta = Dengta
keys-preset-zendesk = Zendesk
keys-press = 請按鍵…
keys-none = 無
keys-changed = { $name }：{ $keys }
keys-change-named = { $name }：{ $keys }。點擊變更
keys-back = 恢復預設
keys-back-named = { $name }：恢復預設
keys-remove = 移除
keys-remove-named = { $name }：移除快速鍵
keys-conflict = 與「{ $name }」衝突
keys-refused-browser = 這個組合屬於瀏覽器，請換一個。
keys-refused-control = 按鈕和輸入框需要這個鍵，請換一個。
keys-reset = 全部恢復預設
keys-reset-done = 快速鍵已恢復預設
