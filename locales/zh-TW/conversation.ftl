### The conversation: timeline, composer, customer, and the dialogs about a ticket.

## The timeline

events-folded = { $count } 則事件
quote-show = 顯示引用內容
quote-hide = 隱藏引用內容
withdrawn = 已收回，客戶未看到
call-noted = 電話紀錄
split-from = 拆分自
on-merged = 來自 { $reference }
file-download = 下載 { $name }
delivery-resting = 幾秒後寄出
secret-taken-why = 它在儲存前已被移除，這裡任何人都無法讀取。
secret-kept-why = 這可能是機密資訊，已封存；只有客戶能決定傳送或銷毀。
secret-undecided = 其中可能有機密資訊：是否讓您看到由客戶決定。

## Events

event-assigned-team = { $actor } 轉交給 { $team }
event-assigned-both = { $actor } 分配給 { $team } 的 { $agent }
event-prioritised = { $actor } 將優先順序設為：{ $priority }
event-tagged = { $actor } 加上標籤：{ $add }
event-untagged = { $actor } 移除標籤：{ $remove }
event-retagged = { $actor } 加上標籤：{ $add }，移除：{ $remove }
event-snoozed = { $actor } 暫緩至 { $time } 或客戶回覆
event-woken-time = 時間已到，重新出現
event-woken-answer = 客戶已回覆，重新出現
event-woken-agent = { $actor } 喚回了此案件
event-withdrawn = { $actor } 收回了第 { $number } 則回覆
event-redacted = 第 { $number } 則訊息中有一段機密資訊被移除
event-secret-sent = 客戶確認這不是機密資訊，並傳送了內容
event-secret-destroyed = 客戶銷毀了一段可能的機密資訊：{ $kind }
event-secret-expired = 客戶未作決定，一段可能的機密資訊已銷毀：{ $kind }
event-merged = { $actor } 將此案件合併至
event-absorbed = { $actor } 合併了
event-unmerged = { $actor } 取消了合併
event-released = { $actor } 拆回了
event-split = { $actor } 將第 { $number } 則拆分為
event-linked = { $actor } 關聯了
event-unlinked = { $actor } 取消了關聯
event-spam-marked = { $actor } 標示為垃圾
event-spam-cleared = { $actor } 標示為非垃圾
event-incident-linked = { $actor } 關聯至
event-incident-unlinked = { $actor } 取消關聯

## The head of a conversation

snoozed-until = 至 { $time } 或客戶回覆
viewing = { $name } 正在查看
typing-reply = { $name } 正在回覆
typing-note = { $name } 正在寫備註
tag-remove = 移除標籤 { $tag }
more-actions = 更多操作
merged-into = 已合併，後續請見

## The composer

macro = 巨集
attach = 新增附件
send-close = 傳送並結案
uploading = 正在上傳…
drop-files = 將檔案拖放到此處
formatting = 格式
mark-bold = 粗體
mark-italic = 斜體
mark-list = 清單
mark-quote = 引用
mark-code = 程式碼
mark-link = 連結
preview = 預覽
preview-empty = 還沒有可預覽的內容。
mention = 提及同事
closes-after = 傳送後結案
closes-not = 不結案
draft-taken = 文中有一段機密資訊。它只留在這個畫面上，儲存的草稿中已將其移除。
asks-say = 您可以改為這樣說：
asks-put-in = 用這句話替換
draft-newer = 您在另一台裝置上繼續編輯了此草稿：
draft-take = 使用那一份
draft-keep = 保留這一份
draft-both = 合併兩份
files = 檔案
file-remove = 移除 { $name }
upload-progress = { $percent }%，共 { $size }
upload-resume = 繼續上傳
upload-again = 重新選擇檔案以繼續
too-many-files = 一則訊息最多可附 { $max } 個檔案。

## Sending

did-reply = 回覆「{ $subject }」

## Macros

macros = 巨集
macro-search = 尋找巨集
macros-none = 還沒有巨集。
macros-none-found = 沒有符合的巨集。
macro-other-language = 不是客戶的語言
macro-also = 同時將
macro-does-tag = 標籤：{ $tags }
macro-does-priority = 優先順序：{ $priority }
macro-does-assign = 轉交給 { $team }
macro-does-close = 傳送後結案
macro-used = 已使用 { $count } 次
macro-insert = 插入

## Merging, splitting, linking

do-merge = 合併
do-link = 關聯
do-split = 拆分
do-incident = 關聯事件
likely-the-same = 可能重複
why-same-customer = 同一客戶
why-same-category = 同一類別
why-same-txid = 同一交易或訂單
why-similar-text = 內容相近
why-flood = 近期多位客戶提出
merged-here = 已合併至此
unmerge = 取消合併
linked = 已關聯
unlink = 取消關聯
find-ticket = 編號或關鍵字
find-none = 沒有找到。
merge-title = 將 { $reference } 合併
merge-why = 用於同一客戶就同一問題提出的兩個案件。之後兩段對話會一起顯示。
merge-goes-on = 後續保留
merge-preview = { $from } 將合併至 { $into }，時間軸共顯示 { $count } 則紀錄。
merge-undoable = 可隨時取消合併，不會遺失任何內容。
merge-impossible = 這兩個案件無法合併。
refused-asks-for-secret = 它向客戶索取機密資訊，這是不允許的。
refused-already-merged = 其中一件已被合併，請先取消合併。
refused-merge-cycle = 它們已屬於同一案件。
refused-merge-other-customer = 客戶不同，請改用關聯。
refused-merge-too-many = 已合併的案件過多。
link-title = 關聯 { $reference }
link-why = 用於彼此相關但仍分開處理的案件。
split-title = 拆分訊息
split-why = 該訊息將成為獨立案件，用於同一客戶的另一問題，同時仍保留在此對話中。
split-message = 訊息
did-merge = 已將 { $from } 合併至 { $into }
did-unmerge = { $reference } 已恢復獨立
did-link = 已關聯 { $reference }
did-unlink = 已取消關聯 { $reference }
did-split = 已拆分為 { $reference }

## New tickets

new-ticket = 新增案件
create-ticket = 建立案件
did-create = { $reference } 已建立
customer-find = 依姓名或電子郵件尋找客戶
customer-none = 沒有找到，請在下方填寫。
customer-other = 換一位客戶
customer-claimed = 您填寫的電子郵件在客戶開啟信中連結後才算已驗證。
customer-language = 客戶語言

## Incidents

incident = 事件
incident-why = 同一原因的案件關聯至一個事件：一次更新即可回覆全部。
incident-tickets = { $count } 個案件
incidents-none = 沒有進行中的事件。
incident-unlink = 取消關聯
incident-new = 新增事件
incident-title = 問題概述
incident-text = 已知情況
incident-open = 新增並關聯
did-incident = 已關聯至「{ $title }」
did-incident-off = 已取消事件關聯

## The customer

time-there = 當地時間
other-cases = 其他案件
ratings = 評分
ratings-mean = 平均 { $mean }/5，共 { $count } 次
customer-notes = 客戶備註
customer-note-add = 新增客戶備註
customer-tag = 標籤
customer-tag-title = { $name } 的標籤
customer-block = 封鎖客戶
customer-unblock = 解除封鎖
customer-blocked = 已封鎖：其來信歸入垃圾，且不會寄送郵件。
remove = 刪除
did-customer-tag = 已變更 { $name } 的標籤
did-customer-note = 已新增備註
did-customer-unnote = 已刪除備註
did-block = 已封鎖 { $name }
did-unblock = 已解除封鎖 { $name }
