### The chat: the bubble on other sites (widget-bubble-…, built into the loader), and the panel.
### No plural selectors here: the panel gets each message as a template and puts the values in itself.

## The bubble

widget-bubble-open = サポートとのチャットを開く
widget-bubble-close = チャットを閉じる
widget-bubble-unread = サポートとのチャットを開く（未読：{ $count }）
widget-bubble-frame = 公式サポートチャット

## The head of the panel

widget-title = { $brand } サポート
widget-title-unread = ({ $count }) { $title }
widget-official = 本当に公式ですか？
widget-official-desk = 公式サポート
widget-with-assistant = アシスタントが回答中
widget-with-agent = { $name }（担当者番号 { $number }）
widget-with-queue = 担当者をお待ちです
widget-with-ticket = お問い合わせとして継続中
widget-with-closed = 終了しました
widget-minimise = 最小化
widget-menu = オプション
widget-language = 言語
widget-sound = 新着メッセージの音
widget-transcript-download = 会話の記録をダウンロード
widget-transcript-mail = 会話の記録をメールで受け取る
widget-transcript-mailed = 会話の記録をメールでお送りしました。
widget-case = お問い合わせ { $reference } を開く
widget-end = 会話を終える
widget-end-sure = この会話を終えますか？
widget-end-why = 会話の内容は残ります。いつでもまたお書きいただけます。
widget-cancel = キャンセル
widget-close = 閉じる
widget-tab = 新しいタブで開きます

## Before a conversation

widget-welcome = こんにちは。どのようなことでお困りですか？
widget-welcome-lead = 何が起きたかお書きください。アシスタントがすぐにお答えし、いつでも担当者に代われます。
widget-never-ask = 当社がパスワード、認証コード、秘密鍵、シードフレーズ、遠隔操作を求めることは決してありません。
widget-incidents = 現在お知らせ中の障害
widget-topics = どのような内容ですか？
widget-fits = こちらで解決するかもしれません
widget-fits-count = 役立ちそうなページ：{ $count }
widget-fits-hide = 候補を隠す
widget-form = フォームで問い合わせる

## The conversation

widget-conversation = 会話
widget-loading = 会話を読み込んでいます
widget-older = 以前のメッセージを読み込んでいます
widget-today = 今日
widget-yesterday = 昨日
widget-new = 新着メッセージ
widget-jump = 最新のメッセージへ
widget-jump-new = 新着メッセージ：{ $count }
widget-you = お客様
widget-desk = サポート
widget-assistant = アシスタント
widget-assistant-label = 自動回答
widget-sent = 送信済み
widget-read = 既読
widget-sending = 送信中
widget-waiting = 接続を待っています。つながり次第、自動で送信します
widget-not-sent = 送信できませんでした
widget-again = タップして再送
widget-take-back = 取り戻して編集
widget-check = このメッセージを確認
widget-code = このメッセージのコード：{ $code }
widget-code-why = 公式の確認ページに入力すると、当社からのメッセージだと確かめられます。
widget-code-go = 公式の確認ページを開く
widget-sources = 参考
widget-taken = 一部を取り除きました
widget-typing = { $name } が入力中…
widget-writing = アシスタントが回答を書いています…
widget-image = { $name } を拡大表示
widget-download = { $name } をダウンロード（{ $size }）
widget-file-gone = 今はこのファイルを開けません。しばらくしてからお試しください。

## Waiting for a person

widget-person = 担当者と話す
widget-place-next = 次はお客様の番です
widget-place = { $place } 番目にお待ちです
widget-wait = お待ち時間の目安：{ $range }
widget-wait-soon = 1 分以内の見込みです
widget-wait-unknown = お待ち時間はまだ分かりません
widget-wait-why = このウィンドウを閉じても順番は変わりません。
widget-closed-now = ただいま担当者がおりません。お書きいただいた内容は残ります。
widget-opens-at = { $time } に再開します。
widget-meanwhile = お待ちの間にご覧ください
widget-leave = 待たずにメールアドレスを残す
widget-leave-why = 回答をメールでお送りしますので、離れていただいて大丈夫です。
widget-email = メールアドレス
widget-email-wrong = name@example.com のように、アドレス全体をお書きください。
widget-name = お名前（任意）
widget-leave-send = 保存
widget-left = 回答は { $contact } にもお送りします。
widget-ticket = 担当者が引き続き対応します。回答はここと問い合わせに表示されます。

## Writing

widget-write = メッセージを入力…
widget-message = メッセージ
widget-send = 送信
widget-attach = ファイルを追加
widget-camera = 写真を撮る
widget-drop = ここで離すとファイルを追加します
widget-count = { $length } / { $max }
widget-too-long = メッセージが長すぎます。分けてお送りください。
widget-file-remove = { $name } を取り消す
widget-file-large = 「{ $name }」は { $max } MB を超えています。圧縮するか、分けてお送りください。
widget-files-many = 1 件のメッセージに添付できるのは { $max } 個までです。
widget-file-failed = このファイルは送れませんでした。取り消してから、もう一度選んでください。
widget-file-waiting = 接続が切れました。つながり次第、自動で続きを送ります。
widget-files-busy = ファイルの送信が終わると、メッセージは自動で送信されます。

## The line

widget-offline = 接続が切れました。再接続しています。お書きになった内容は残ります。
widget-online = 再接続しました。
widget-failed = うまくいきませんでした。失われたものはありません。少し待ってもう一度お試しください。

## The end

widget-ended = この会話は終了しました
widget-ended-why = ほかにご用件があれば、お書きください。新しく始めます。
widget-start = 新しい会話を始める
widget-rate = 対応はいかがでしたか？
widget-rate-1 = 1、とても悪い
widget-rate-2 = 2、悪い
widget-rate-3 = 3、普通
widget-rate-4 = 4、良い
widget-rate-5 = 5、とても良い
widget-rate-comment = ご意見があればお聞かせください（任意）
widget-rate-send = 評価を送る
widget-rated = 5 点満点中 { $score } 点をいただきました。ありがとうございます。

## A secret, before it is sent

widget-guard-title = この内容は送らないでください
widget-guard-certain = 入力された内容に、当社を含め誰にも知られてはならない情報があるようです。担当者がお尋ねすることは決してありません。
widget-guard-may = 秘密鍵かもしれません。トランザクション ID も同じ形をしています。その場合はそのまま送信してください。
widget-guard-remove = 取り除く
widget-guard-anyway = 送信ボタンをもう一度押すと、そのまま送信されます。その場合も、当社が見つけた秘密の情報は保存する前に削除します。
widget-guard-done = 取り除きました。
widget-guard-mark = ⟦削除：{ $kind }⟧
widget-secret-seed-phrase = リカバリーフレーズ（シードフレーズ）
widget-secret-private-key = 秘密鍵
widget-secret-api-secret = API シークレット
widget-secret-access-token = アクセストークン
widget-secret-totp-secret = 二段階認証の設定キー
widget-secret-recovery-code = リカバリーコード
widget-secret-card-number = カード番号
widget-secret-cvv = カードのセキュリティコード
widget-secret-otp-code = ワンタイムコード
widget-secret-password = パスワード
