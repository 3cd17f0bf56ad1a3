### 檢視、批次操作、事件、草稿

## 檢視

field-shared = 分享範圍
field-position = 位置
error-view-filter-alone = 「{ $field }」只能用於全部待處理案件，且類別與語言不能同時使用。請把這些條件另存為檢視。
error-view-not-of-filters = 儲存的檢視只依篩選條件，不支援關鍵字、引號片語或日期。請只保留篩選條件；要找文字，請使用搜尋。
error-too-many-views-title = 檢視太多
error-too-many-views = 您最多可以儲存 { $max } 個檢視。這次沒有儲存，請先刪除不再使用的檢視。

## 批次操作

field-tickets = 案件
field-action = 操作
error-too-many-tickets = 一次最多處理 { $max } 個案件。沒有執行任何操作，請減少選取。
error-bulk-busy-title = 請等待其他操作完成
error-bulk-busy = 您有 { $max } 個操作仍在進行，這個操作沒有開始。請等其中一個完成後再試。
error-bulk-running-title = 仍在進行
error-bulk-running = 這個操作仍在進行，完成後即可復原。
error-bulk-undone-title = 已經復原
error-bulk-undone = 這個操作先前已復原，沒有任何變更。
error-bulk-lasting-title = 無法復原
error-bulk-lasting = 這個操作無法復原，或已超過十分鐘的復原期限。沒有任何變更，您可以逐一修改案件。
error-changed-since-title = 之後有變更
error-changed-since = 之後有人變更了這個案件，因此維持原樣。
error-bulk-stopped-title = 已停止
error-bulk-stopped = 發起人已無權執行，因此在處理這個案件之前停止。

## 事件

field-incident = 事件
field-texts = 文字
error-incident-unknown = 沒有這個進行中的事件。沒有任何變更，請從清單中選擇。
error-incident-closed-title = 事件已結束
error-incident-closed = 這個事件已結束，沒有傳送或變更任何內容。若問題仍在持續，請另建一個事件。
error-incident-unlinked-title = 已不再關聯
error-incident-unlinked = 這個案件在此期間已從事件中移除，因此沒有回覆。
error-not-awaiting-title = 已不在處理中
error-not-awaiting = 這個案件在此期間已結案，因此沒有回覆。
error-text-language = 文字可以使用 { $known }。請選擇其中一種語言。

## 草稿

field-revision = 版本
field-seen = 已讀到
error-too-many-drafts-title = 草稿太多
error-too-many-drafts = 您有 { $max } 份未送出的草稿。這一份只保存在此瀏覽器中，請送出或捨棄一些。
