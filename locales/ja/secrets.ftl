# Secrets in what customers write: taken out, and what to do now.

# Stands in a text where a secret stood.
secret-removed = ［削除しました：{ $kind }］

secret-kind-seed-phrase = リカバリーフレーズ（シードフレーズ）
secret-kind-private-key = 秘密鍵
secret-kind-api-secret = API シークレット
secret-kind-access-token = アクセストークン
secret-kind-totp-secret = 二段階認証の設定キー
secret-kind-recovery-code = リカバリーコード
secret-kind-card-number = カード番号
secret-kind-cvv = カードのセキュリティコード
secret-kind-otp-code = ワンタイムコード
secret-kind-password = パスワード

secret-do-seed-phrase = このフレーズを見た人は、ウォレットの資産をすべて持ち出せます。今すぐ新しいウォレットへ移し、古いものは二度と使わないでください。
secret-do-private-key = この鍵を見た人は、その資産を持ち出せます。今すぐ新しいアドレスへ移し、古い鍵は二度と使わないでください。
secret-do-api-secret = 今すぐこの API キーを削除し、新しく作ってください。取引と出金の履歴もご確認ください。
secret-do-access-token = 今すぐすべての端末からログアウトしてください。セッションが終わります。トークンは発行元で削除してください。
secret-do-totp-secret = 認証アプリを登録し直してください。古いキーがあれば、誰でもコードを計算できます。
secret-do-recovery-code = 今すぐ新しいリカバリーコードを作ってください。古いものは使えなくなります。
secret-do-card-number = カード番号の全桁が必要になることはありません。他人に見られたおそれがあるときは、カード会社に停止を依頼してください。
secret-do-cvv = このコードが必要になることはありません。カード番号と一緒に見られたおそれがあるときは、カード会社に停止を依頼してください。
secret-do-otp-code = このようなコードは、当社を含め誰にも教えないでください。尋ねられたときは、今すぐパスワードを変更してください。
secret-do-password = このパスワードを使っているすべての場所で、今すぐ変更してください。当社の誰も必要としません。

secret-title = メッセージから一部を削除しました
secret-lead = 保存されておらず、当社の誰も見ることができません。今すぐ次のことをしてください。
secret-article = アカウントを安全に保つには
secret-may-title = これは秘密の情報ですか？
secret-may-lead = メッセージに秘密鍵かもしれないものがあります。封印され、当社の誰も見ることができません。トランザクション ID も同じ形をしています。その場合は送信してください。お決めにならないときは { $time } に破棄されます。
secret-may-receipt = メッセージに秘密鍵かもしれないものがあります。封印され、当社の誰も見ることができません。お問い合わせのページを開き、送信するか破棄するかをお決めください。
secret-destroy = 破棄する
secret-send = 秘密ではないので送信する

case-event-redacted = 以前のメッセージから秘密の情報の一部を削除しました
case-event-secret-destroyed = 秘密かもしれないものを破棄しました
case-event-secret-expired = お決めにならなかったため、秘密かもしれないものを破棄しました
case-event-secret-sent = 秘密ではないとお決めになりました：{ $text }
notice-secret = 完了しました。お決めになったことを保存しました。

error-secret-decided-title = すでに決まっています
error-secret-decided = 封印されたものはすでに送信または破棄されているため、何も変わっていません。

secret-and = {"、"}
mail-secrets = 誰にも送ってはならないものをメッセージから削除しました：{ $kinds }。

# Under a field, before it is sent.
guard-title = この内容は送らないでください
guard-certain = 入力された内容に、当社を含め誰にも知られてはならない情報があるようです。担当者がお尋ねすることは決してありません。
guard-may = 秘密鍵かもしれません。トランザクション ID も同じ形をしています。その場合はそのまま送信してください。
guard-remove = 取り除く
guard-anyway = 送信ボタンをもう一度押すと、そのまま送信されます。その場合も、当社が見つけた秘密の情報は保存する前に削除します。
guard-done = 取り除きました。
# Takes a secret’s place in a field. Its brackets are those that no rule takes for a value.
guard-mark = ⟦削除：{ $kind }⟧

# What agents must not ask for, and what they may say instead.

asks-kind-password = パスワード
asks-kind-code = 認証コード
asks-kind-seed-phrase = リカバリーフレーズ
asks-kind-private-key = 秘密鍵
asks-kind-card-security-code = カードのセキュリティコード
asks-kind-remote-access = 遠隔操作

asks-better-password = 当社がパスワードをお尋ねすることは決してありません。ログインできない場合は、公式サイトまたはアプリのログイン画面からご自身で再設定してください。
asks-better-code = 当社が認証コードをお尋ねすることは決してありません。認証コードは公式サイトまたはアプリにご自身で入力し、誰にも伝えないでください。
asks-better-seed-phrase = 当社がリカバリーフレーズをお尋ねすることは決してありません。ご自身で大切に保管してください。取引 ID があれば調査できます。
asks-better-private-key = 当社が秘密鍵や API シークレットをお尋ねすることは決してありません。ご自身で大切に保管してください。取引 ID または注文番号があれば調査できます。
asks-better-card-security-code = 当社がカードのセキュリティコードをお尋ねすることは決してありません。カード番号の下 4 桁があれば確認できます。
asks-better-remote-access = お客様の端末の遠隔操作をお願いすることは決してありません。表示されている内容を文章でお知らせいただくか、スクリーンショットを添付してください。
