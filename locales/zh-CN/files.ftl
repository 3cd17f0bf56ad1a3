### Files that come with messages.

field-files = 附件
files-hint = 最多 { $count } 个文件，每个不超过 { $megabytes } MB：图片、视频（MP4、MOV、WebM）、PDF、TXT、LOG、CSV、JSON、HAR。图片和视频中的拍摄地点与设备信息会被去除。
files-ways = 也可以直接粘贴，或拖到这里。
files-remove = 移除 { $name }
files-failed = 这个文件没有传上来。请移除后重新选择。
files-waiting = 网络已断开，恢复后会自动继续。
files-busy = 文件还在上传。请稍候，或先移除它们。

## Under the field, the file named

error-file-too-large = “{ $name }”超过了单个文件 { $max } MB 的上限。请压缩、剪短，或分开发送。
error-file-longer = “{ $name }”的实际大小超过了申报的大小，没有保存。请重新选择。
error-file-empty = “{ $name }”是空文件。请检查后重新选择。
error-file-type = 我们不接收“{ $name }”这种文件。请发送 PNG、JPEG、WebP、HEIC、MP4、WebM、MOV、PDF、TXT、LOG、CSV、JSON 或 HAR。
error-file-lies = “{ $name }”的内容与扩展名不符，没有保存。请发送未改名的原始文件。
error-file-damaged = “{ $name }”已损坏或不完整，没有保存。请在您的设备上打开并另存一份，再发送。
error-file-pixels = “{ $name }”的像素太多，最多可以有 1 亿像素。请发送一份较小的副本。
error-file-quota = 加上“{ $name }”就超过一天内可以发送的总量了。已经传上来的都还在；其余的请明天再发，或在留言里告诉我们。
error-file-later = 您所在的网络刚刚发来了很多文件，所以没有接收“{ $name }”。请先发送留言，一小时后再补充这个文件。
error-files-too-many = 一条留言最多带 { $max } 个文件。请移除一些，放到下一条留言里。
error-files-unknown = 有文件已经不在、不是您上传的，或已经随另一条留言发出。请移除后重新选择。
error-files-unfinished = 有文件还没有传完，或没有被接收。请等它传完，或把它移除。

## Problems: a title, and a sentence

error-upload-moved-title = 文件应从别处继续
error-upload-moved = 这一段不是从文件目前的末尾开始的，所以没有添加。应从哪里继续，见 Upload-Offset 标头；之前的内容都还在。
error-upload-cut-title = 连接中断
error-upload-cut = 文件没有传完。已收到的部分会保留一天，请从那里继续。
error-upload-work-title = 请稍候
error-upload-work = 您所在的网络刚刚发来了很多文件。浏览器会先做一点计算，然后自动继续；内容没有丢失。
