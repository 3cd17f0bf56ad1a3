### ライブ配信とお客さま：何が起き、何が残り、次に何をするか。

error-upgrade-required-title = このアドレスは WebSocket です
error-upgrade-required = ここは WebSocket で新着を届けるだけで、ほかの要求には応えません。WebSocket（バージョン 13）で接続してください。
error-too-many-sockets-title = 開いているウィンドウが多すぎます
error-too-many-sockets = すでに { $max } 本のライブ接続があるため、新しい接続は開いていません。失われたものはありませんので、使っていないウィンドウを閉じてください。
error-too-many-notes-title = メモがすでに多くあります
error-too-many-notes = お客さま 1 人につきメモは { $max } 件までのため、このメモは保存していません。古いメモを消してからもう一度お試しください。
