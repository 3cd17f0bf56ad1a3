### The customers' pages.

## Around every page

site-name = { $brand } ヘルプ
site-skip = 本文へ進む
site-cases = マイお問い合わせ
site-language = 言語を変更
site-sign-out = ログアウト
site-signed-in = { $who } としてログイン中
site-never-ask = 当社がパスワード、認証コード、秘密鍵、シードフレーズ、遠隔操作を求めることは決してありません。
site-report = 求められた場合は通報してください
site-home = トップへ戻る

## Front page

front-title = どのようなことでお困りですか？
front-lead = 何が起きたかお聞かせください。受付番号をお渡しし、誰がいつまでに対応するかいつでも確認できます。
front-ask = 問い合わせる
front-cases = マイお問い合わせを見る
front-common = よくあるお困りごと
front-all = すべての種類を見る
front-ways = お問い合わせ方法
ways-channel = 方法
ways-for = こんなときに
ways-open = 受付時間
ways-answer = 返信の目安
ways-terms = 言語と費用
ways-always = 24 時間
ways-open-now = 受付中
ways-closed-now = 時間外
# zone is a name such as Asia/Singapore or UTC
ways-hours = { $from }～{ $to }（{ $zone }）
ways-local-call = 市内通話料金
ways-usual = 通常 { $range }
ways-guests = ログイン不要
ways-sign-in = ログインが必要
ways-free = 無料

## Choosing a category

ask-title = どのような内容ですか？
ask-lead = いちばん近いものをお選びください。関係のあることだけをお聞きします。違っていても担当者が直します。
ask-group-money = 入出金
ask-group-trading = 取引
ask-group-account = アカウントと安全
ask-group-general = その他

## The form

form-back = 種類を選び直す
form-never-title = 秘密の情報は書かないでください
form-never = パスワード、認証コード、秘密鍵、シードフレーズ、API シークレットは不要です。担当者が尋ねることもありません。
form-details = 必要な情報
form-problem = 何が起きましたか
form-contact = ご連絡先
form-more = さらに詳しく
form-more-why = すべて任意。やり取りが一度減ることがあります
form-optional = 任意
form-example = 例：{ $example }
form-choose = 選択してください
form-signed-in = { $who } としてログイン中です。返信は「マイお問い合わせ」に届きます。
form-submit = 送信する
form-promise = 通常 { $range }以内に返信します
form-errors = { $count } か所ご確認ください
form-errors-kept = まだ送信していません。入力内容は残っています。次の項目を直してください。
form-draft = 下書きはこの端末に保存されます
existing-title = 同じ内容のお問い合わせがすでにあります
existing-lead = 追記すると順番はそのままで、担当者も経緯を把握できます。書いた内容は残っています。
existing-join = このお問い合わせに追記
existing-new = 別の件として新しく送信

## Receipt

receipt-title = 受け付けました
receipt-joined-title = お問い合わせに追記しました
receipt-reference = 受付番号
receipt-check = 末尾の「{ $check }」はチェック用で、写し間違いに気づけます。
receipt-next = 今後の流れ
receipt-link = { $email } 宛てのメールを開き、リンクを押してください。
receipt-link-why = アドレスがご本人のものと確認できるまで、返信はお預かりし、送信しません。届かないときは迷惑メールを確認するか、「マイお問い合わせ」で再送してください。
receipt-answer = 担当者が読み、通常 { $range }以内に返信します。
receipt-once = 再送は不要です。追記や催促はお問い合わせの画面からどうぞ。順番は変わりません。
receipt-open = お問い合わせを開く
receipt-proof = 受付の控え
receipt-proof-why = この指紋は送信内容を固定します。後から変更されればわかります。
receipt-entry = 記録 { $number }
receipt-hash = 指紋（SHA-256）

## The link in a mail

link-title = お問い合わせを開く
link-lead = ご本人がメールを開いたことを確認するため、ボタンを押してください。この端末で閲覧・返信できるようになります。
link-button = 本人です。開く
link-not-you = お問い合わせの覚えがない場合は、このページを閉じてください。何も変わりません。

## My cases

cases-lead = { $who } のお問い合わせ（更新順）
cases-empty-title = まだお問い合わせはありません
cases-empty = お困りのときはお知らせください。以後の状況をここで確認できます。
cases-ask = 新しく問い合わせる
cases-updated = 更新：{ $time }
cases-mail-title = メールで確認する
cases-mail-lead = お問い合わせ時のアドレスを入力してください。一度だけ使えるリンクをお送りします。
cases-mail-button = リンクを受け取る
cases-mail-sent-title = メールをご確認ください
cases-mail-sent = { $email } のお問い合わせがあれば、数分以内にリンクが届きます。届かないときは綴りと迷惑メールをご確認ください。プライバシー保護のため、この案内は常に同じです。
cases-exchange = 取引所のサイトやアプリにログインして「サポート」を開けば、メールは不要です。

## A case

case-state-agent = 対応中
case-state-customer = お客様の返信待ち
case-state-closed = 終了
case-status = 状況
case-who = 担当者
case-agent = { $name }（担当者番号 { $number }）
case-nobody = 次の担当者をお待ちです
case-next = 次に起きること
case-next-agent = 担当者が返信します。
case-next-agent-by = 担当者が { $time } までに返信します。
case-next-late = { $time } までのお約束に遅れています。申し訳ありません。催促いただくと責任者にすぐ伝わります。
case-next-late-chased = { $time } までのお約束に遅れています。申し訳ありません。責任者に伝えてあります。
case-next-customer = ご返信をいただき次第、続けます。
case-next-closed = { $time } に終了しました。解決していない場合は再開できます。
case-asked = お客様へのお願い
case-asked-nothing = 今のところありません。
case-asked-reply = 担当者の最後のメッセージにご返信ください。
case-asked-missing = わかれば返信で補ってください：{ $fields }。
case-conversation = やり取り
case-you = お客様
case-official = 公式の返信
case-system = 自動メッセージ
case-event-assigned = { $name }（番号 { $number }）が担当になりました
case-event-unassigned = 次の担当者を待っています
case-event-closed = 担当者がお問い合わせを終了しました
case-event-closed-own = お問い合わせを終了しました
case-event-reopened = 担当者がお問い合わせを再開しました
case-event-reopened-own = お問い合わせを再開しました
case-event-chased = 催促しました
case-event-rated = { $score } 点と評価しました
case-event-proved = メールアドレスを確認しました
case-event-merged = このお問い合わせは { $reference } に引き継がれました
case-event-absorbed = お問い合わせ { $reference } をここにまとめました
case-event-unmerged = お問い合わせ { $reference } は再び個別に対応します
case-event-split = メッセージの一つを新しいお問い合わせ { $reference } にしました
case-reply = ご返信
case-reply-send = 送信
case-chase = 催促する
case-chase-why = 順番は変わりません。遅れている場合は責任者にすぐ伝わります。
case-chase-from = 返信がない場合、{ $time } から催促できます。
case-chased = 催促 { $count } 回
case-close = 解決したので終了する
case-close-why = いつでも再開できます。
case-reopen = 解決していないので再開する
case-reopen-why = 再開すると続けて書けます。これまでのやり取りは残っています。
case-actions = できること
case-facts = お知らせいただいた情報
case-opened = 受付日時
case-record = 記録
case-record-why = { $count } 件の記録が前の記録を封じており、誰もひそかに変更できません。
case-head = 最新の指紋

## Rating

rating-title = 対応はいかがでしたか？
rating-1 = 1、とても悪い
rating-2 = 2、悪い
rating-3 = 3、普通
rating-4 = 4、良い
rating-5 = 5、とても良い
rating-comment = ご意見があればお聞かせください
rating-send = 評価を送る
rating-given = 5 点満点中 { $score } 点をいただきました。ありがとうございます。必ず読みます。

## Notices after something was done

notice-replied = 送信し、記録しました。担当者が確認します。
notice-closed = お問い合わせを終了しました。いつでも再開できます。
notice-reopened = お問い合わせを再開し、担当者に戻しました。
notice-chased = 催促を記録しました。順番は変わりません。
notice-chased-late = 催促を記録し、遅れていることを責任者に伝えました。
notice-rated = 評価をありがとうございます。
notice-proved = メールアドレスを確認しました。今後の返信はこちらにお送りします。
notice-merged = このお問い合わせはここで続きます。二件をまとめました。
notice-joined = このお問い合わせに追記しました。順番は変わりません。
notice-signed-out-title = ログアウトしました
notice-signed-out = この端末ではお問い合わせを見られなくなりました。必要なときはメールまたは取引所からお開きください。

## The demo's mailbox

demo-mail-title = デモのメールボックス
demo-mail-lead = デモでは実際に送信せず、ここに表示します。
demo-mail-empty = まだメールはありません。フォームを送信すると受付メールがここに表示されます。
demo-mail-to = 宛先
demo-mail-from = 差出人
demo-mail-back = メール一覧
demo-mail-text = テキスト版
