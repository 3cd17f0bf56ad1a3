### Files that come with messages.

field-files = Files
files-hint = Up to { $count } files of { $megabytes } MB each: pictures, videos (MP4, MOV, WebM), PDF, TXT, LOG, CSV, JSON, HAR. Where and with what a picture was taken is removed.
files-ways = You can also paste them, or drop them here.
files-remove = Remove { $name }
files-failed = This file could not be sent. Please remove it and choose it again.
files-waiting = No connection. It goes on by itself as soon as there is one.
files-busy = Files are still being sent. Please wait a moment, or remove them.

## Under the field, the file named

error-file-too-large = “{ $name }” is larger than { $max } MB, which is the most that one file can have. Please shorten or compress it, or send it in pieces.
error-file-longer = “{ $name }” has more bytes than were announced, so it was not kept. Please choose it again.
error-file-empty = “{ $name }” is empty. Please check it and choose it again.
error-file-type = “{ $name }” is not a kind of file that we take. Please send PNG, JPEG, WebP, HEIC, MP4, WebM, MOV, PDF, TXT, LOG, CSV, JSON or HAR.
error-file-lies = “{ $name }” is not what its ending says, so it was not kept. Please send the original file, with its own name.
error-file-damaged = “{ $name }” is damaged or not complete, so it was not kept. Please open it on your device, save it again, and send that.
error-file-pixels = “{ $name }” has too many pixels; up to 100 million can be kept. Please send a smaller copy.
error-file-quota = “{ $name }” is more than you can send within a day. What came before is kept; please send the rest tomorrow, or ask us in your message.
error-file-later = Many files came from your network just now, so “{ $name }” was not taken. Please send the message without it and add it in an hour.
error-files-too-many = One message can bring { $max } files. Please remove some, and send them with another message.
error-files-unknown = A file is not there any more, is somebody else's, or came with another message. Please remove it and choose it again.
error-files-unfinished = A file has not come whole yet, or was refused. Please wait until it is there, or remove it.

## Problems: a title, and a sentence

error-upload-moved-title = The file goes on elsewhere
error-upload-moved = This part does not go where the file ends now, so it was not added. The Upload-Offset header says where; what came before is kept.
error-upload-cut-title = The line broke
error-upload-cut = The file did not come whole. What came is kept for a day; please go on from there.
error-upload-work-title = One moment
error-upload-work = Many files came from your network just now. Your browser does a little work first and then goes on by itself; nothing was lost.
