### 担当者のパスキー：ログイン、アカウントのページ、メール、うまくいかないとき。

field-credential = パスキー

## ログイン

passkey-sign-in = パスキーでログイン

## マイアカウント

passkeys = パスキー
passkeys-why = 指紋、顔、端末の PIN で、一度の操作でログインできます。フィッシングにも強い方法です。パスワードとコードも引き続き使えます。
passkeys-none = パスキーはまだありません。
passkey-name = 新しいパスキーの名前
passkey-name-hint = 保存した端末など、あとで見分けられる名前
passkey-add = パスキーを追加
passkey-added = 「{ $name }」を追加しました。これからはこのパスキーでログインできます。
passkey-removed = 「{ $name }」を削除しました。
passkey-times = 追加 { $created } · 最終利用 { $used }
passkey-unused = 追加 { $created } · 未使用
passkey-remove = 削除
passkey-remove-of = 「{ $name }」を削除
passkey-remove-title = パスキー「{ $name }」を削除しますか？
passkey-remove-consequence = このパスキーではログインできなくなり、元に戻せません。パスワードとコードは引き続き使えます。端末側でも削除することをおすすめします。
passkey-unsupported = このブラウザーでは、ここでパスキーを使えません。HTTPS とホスト名が必要です（localhost は可、IP アドレスは不可）。
passkey-cancelled = 端末側で取り消されたか、時間切れになりました。何も変わっていません。もう一度お試しください。
passkey-already-here = この端末には、このアカウントのパスキーがすでにあります。
confirm-me = ご本人であることを確認してください
confirm-me-why = パスキーでアカウントに入れるようになるため、最近のログインが必要です。
confirm-me-action = 確認する
confirm-me-passkey = パスキーで確認

## メール

mail-passkey-added-subject = アカウントにパスキーが追加されました
mail-passkey-added-preheader = 心当たりがない場合は、すぐに管理者へ連絡してください。
mail-passkey-added-1 = { $brand } サポートデスクのアカウントにパスキーが追加されました。今後はこのパスキーでログインできます。
mail-passkey-added-2 = 心当たりがない場合は、「マイアカウント」でパスキーを削除し、すべてのログインを終了して、すぐに管理者へ連絡してください。
mail-passkey-added-button = デスクを開く
mail-passkey-removed-subject = アカウントからパスキーが削除されました
mail-passkey-removed-preheader = 心当たりがない場合は、すぐに管理者へ連絡してください。
mail-passkey-removed-1 = { $brand } サポートデスクのアカウントからパスキーが削除されました。今後このパスキーではログインできません。
mail-passkey-removed-2 = 心当たりがない場合は、「マイアカウント」ですべてのログインを終了し、すぐに管理者へ連絡してください。
mail-passkey-removed-button = デスクを開く

## うまくいかないとき

error-wrong-passkey-title = パスキーを確認できませんでした
error-wrong-passkey = 登録されていないパスキーか、期限切れのリクエストです。もう一度お試しになるか、パスワードとコードをお使いください。
error-passkey-refused-title = パスキーを追加できませんでした
error-passkey-refused = 端末の応答が正しくないか、リクエストの期限が切れています。何も変わっていません。もう一度お試しください。
error-passkey-known-title = 登録済みのパスキーです
error-passkey-known = 以前に追加されたパスキーのため、何も変わっていません。新しいパスキーを作成してください。
error-passkeys-full-title = これ以上追加できません
error-passkeys-full = パスキーがすでに { $max } 個あるため、追加できません。何も変わっていません。使っていないものを先に削除してください。
error-passkey-address-title = このアドレスではパスキーを使えません
error-passkey-address = パスキーはホスト名に対してのみ使えますが、このデスクのアドレスは { $address } です。パスワードとコードをお使いください。管理者は public_url にホスト名を設定できます。
error-confirm-first-title = ご本人であることを確認してください
error-confirm-first = この操作には { $minutes } 分以内のログインが必要です。何も変わっていません。パスワードとコード、またはパスキーで確認してください。
