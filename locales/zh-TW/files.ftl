### Files that come with messages.

field-files = 附件
files-hint = 最多 { $count } 個檔案，每個不超過 { $megabytes } MB：圖片、影片（MP4、MOV、WebM）、PDF、TXT、LOG、CSV、JSON、HAR。圖片與影片中的拍攝地點和裝置資訊會被移除。
files-ways = 也可以直接貼上，或拖曳到這裡。
files-remove = 移除 { $name }
files-failed = 這個檔案沒有傳上來。請移除後重新選擇。
files-waiting = 網路已中斷，恢復後會自動繼續。
files-busy = 檔案還在上傳。請稍候，或先移除它們。

## Under the field, the file named

error-file-too-large = 「{ $name }」超過單一檔案 { $max } MB 的上限。請壓縮、剪短，或分開傳送。
error-file-longer = 「{ $name }」的實際大小超過申報的大小，沒有儲存。請重新選擇。
error-file-empty = 「{ $name }」是空檔案。請檢查後重新選擇。
error-file-type = 我們不接受「{ $name }」這種檔案。請傳送 PNG、JPEG、WebP、HEIC、MP4、WebM、MOV、PDF、TXT、LOG、CSV、JSON 或 HAR。
error-file-lies = 「{ $name }」的內容與副檔名不符，沒有儲存。請傳送未改名的原始檔案。
error-file-damaged = 「{ $name }」已損壞或不完整，沒有儲存。請在您的裝置上開啟並另存一份，再傳送。
error-file-pixels = 「{ $name }」的像素太多，最多可以有 1 億像素。請傳送較小的副本。
error-file-quota = 加上「{ $name }」就超過一天內可以傳送的總量了。已經傳上來的都還在；其餘的請明天再傳，或在留言裡告訴我們。
error-file-later = 您所在的網路剛剛傳來了很多檔案，所以沒有接收「{ $name }」。請先送出留言，一小時後再補上這個檔案。
error-files-too-many = 一則留言最多帶 { $max } 個檔案。請移除一些，放到下一則留言裡。
error-files-unknown = 有檔案已經不在、不是您上傳的，或已經隨另一則留言送出。請移除後重新選擇。
error-files-unfinished = 有檔案還沒有傳完，或沒有被接收。請等它傳完，或把它移除。

## Problems: a title, and a sentence

error-upload-moved-title = 檔案應從別處繼續
error-upload-moved = 這一段不是從檔案目前的結尾開始的，所以沒有加上。應從哪裡繼續，請看 Upload-Offset 標頭；之前的內容都還在。
error-upload-cut-title = 連線中斷
error-upload-cut = 檔案沒有傳完。已收到的部分會保留一天，請從那裡繼續。
error-upload-work-title = 請稍候
error-upload-work = 您所在的網路剛剛傳來了很多檔案。瀏覽器會先做一點計算，然後自動繼續；內容沒有遺失。
