### Files that come with messages.

field-files = 添付ファイル
files-hint = { $count } 個まで、1 個につき { $megabytes } MB まで送れます。画像、動画（MP4、MOV、WebM）、PDF、TXT、LOG、CSV、JSON、HAR。画像と動画に含まれる撮影場所や機器の情報は取り除かれます。
files-ways = 貼り付けても、ここにドラッグしてもかまいません。
files-remove = { $name } を取り消す
files-failed = このファイルは送れませんでした。取り消してから、もう一度選んでください。
files-waiting = 接続が切れました。つながり次第、自動で続きを送ります。
files-busy = ファイルを送信中です。しばらくお待ちいただくか、取り消してください。

## Under the field, the file named

error-file-too-large = 「{ $name }」は 1 ファイルの上限 { $max } MB を超えています。圧縮するか短くする、または分けて送ってください。
error-file-longer = 「{ $name }」は届け出より大きかったため、保存していません。もう一度選んでください。
error-file-empty = 「{ $name }」は空です。ご確認のうえ、もう一度選んでください。
error-file-type = 「{ $name }」の種類のファイルは受け付けていません。PNG、JPEG、WebP、HEIC、MP4、WebM、MOV、PDF、TXT、LOG、CSV、JSON、HAR のいずれかで送ってください。
error-file-lies = 「{ $name }」は中身が拡張子と異なるため、保存していません。名前を変えていない元のファイルを送ってください。
error-file-damaged = 「{ $name }」は壊れているか不完全なため、保存していません。お使いの機器で開いて保存し直したものを送ってください。
error-file-pixels = 「{ $name }」の画素数が多すぎます。1 億画素までです。小さくしたものを送ってください。
error-file-quota = 「{ $name }」を加えると、1 日に送れる量を超えます。すでに届いたものは残っています。残りは明日送るか、メッセージでお知らせください。
error-file-later = お使いのネットワークから今しがた多くのファイルが届いたため、「{ $name }」を受け取れませんでした。先にメッセージを送り、1 時間後に追加してください。
error-files-too-many = 1 件のメッセージに付けられるのは { $max } 個までです。いくつか取り消して、次のメッセージで送ってください。
error-files-unknown = すでに無い、ほかの方のもの、または別のメッセージで送られたファイルがあります。取り消してから、もう一度選んでください。
error-files-unfinished = まだ届き終えていない、または受け取れなかったファイルがあります。届くまでお待ちいただくか、取り消してください。

## Problems: a title, and a sentence

error-upload-moved-title = ファイルの続きは別の位置です
error-upload-moved = この部分は現在の末尾から始まっていないため、加えていません。続きの位置は Upload-Offset ヘッダーにあります。届いた分は残っています。
error-upload-cut-title = 接続が切れました
error-upload-cut = ファイルが最後まで届きませんでした。届いた分は 1 日保管しますので、そこから続けてください。
error-upload-work-title = 少々お待ちください
error-upload-work = お使いのネットワークから今しがた多くのファイルが届きました。ブラウザが先に少し計算をしてから、自動で続けます。失われたものはありません。
