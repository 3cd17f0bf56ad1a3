### The agents' workspace. Shared words (categories, states, fields, roles) are in common.ftl.

## Frame

brand = Dengta
navigation = ビューとページ
menu = メニューを開く
administration = 管理
me = { $name } · { $number }
account = マイアカウント
agents = 担当者
tokens = API トークン
language = 言語
loading = 読み込み中
dismiss = 閉じる
cancel = キャンセル
done = 完了
back = 一覧に戻る
more = さらに表示
try-again = 再試行
copy = コピー：{ $what }
copied = コピーしました

## When the server does not answer, or refuses without a sentence of its own

offline = 接続が切れています。下書きは保存済みです。再接続を続けています。
problem-unreachable = サーバーから応答がありません。入力内容は保存されています。もう一度お試しください。
problem-unknown = サーバーが要求を拒否しました（{ $status }）。入力内容は保存されています。

## Sign-in and invitation

sign-in = ログイン
sign-out = ログアウト
totp-hint = 認証アプリに表示されたコード
retry-at = { $time } 以降に再試行できます。
invitation = サポートデスクへようこそ
invitation-for = { $email } 宛ての招待です。役割：{ $role }
invitation-accept = 承諾してログイン
name = 名前
name-hint = お客様に表示されます
password-empty = { $min } 文字以上。無関係な単語をいくつか並べるのがおすすめです。
password-short = { $length } 文字（{ $min } 文字以上必要）
password-fair = 十分な長さです。長いほど安全です
password-good = 良い
password-strong = とても強い
totp-enrol = 2 段階認証
totp-enrol-how = 認証アプリで読み取るか、キーを手入力してください。その後、表示されたコードを入力します。
totp-code-image = 下のキーと同じ内容の QR コード
totp-secret = キー

## Views

view-mine = 自分の担当
view-unassigned = 未割り当て
view-open = 対応中
view-waiting = お客様の返信待ち
view-closed = 終了
view-mine-empty = 担当中のチケットはありません。
view-unassigned-empty = すべてのチケットに担当者がいます。
view-open-empty = 対応中のチケットはありません。すべて回答済みです。
view-waiting-empty = お客様の返信待ちはありません。
view-closed-empty = 終了したチケットはまだありません。
no-such-ticket = このチケットは存在しないか、閲覧できません。
choose-ticket = 一覧からチケットを選んでください。
choose-ticket-keys = 次へ・前へ

## Short names of the categories, for pills

category-deposit-short = 入金
category-tag-short = タグ
category-missent-short = 誤送金
category-withdrawal-short = 出金
category-fiat-short = 法定通貨
category-trade-short = 取引
category-derivatives-short = デリバティブ
category-verification-short = 本人確認
category-recovery-short = 復旧
category-security-short = セキュリティ
category-api-short = API
category-phishing-short = フィッシング
category-question-short = 質問
category-other-short = その他

## A ticket and what can be done with it

turn-agent = 返信する番
turn-customer = お客様の返信待ち
due = 期限まで { $time }
overdue = { $time }超過
who = { $name } · { $number }
unassigned = 未割り当て
reference = 受付番号
chased = 催促 { $count } 回
assign-me = 自分が担当
hand-back = 担当を外れる
close = 終了する
reopen = 再開する
customer = お客様
timeline = やりとり
new-message = { $name } さんから新しいメッセージ
new-below = 新着メッセージ { $count } 件
erased = 規定により削除されました。記録は引き続き検証できます。
entry-proof = 記録 { $number } · { $hash }

## Composer

composer = 返信の種類
reply = 返信
note = メモ
reply-body = お客様への返信
note-body = 担当者だけのメモ
reply-placeholder = { $name } さんへの返信…
note-placeholder = 担当者だけに表示されます…
send = 送信
add-note = メモを追加
sending = 送信中…
draft-kept = 下書き保存済み
draft-not-kept = ブラウザーの空き容量が足りず下書きを保存できません。離れる前にコピーしてください
stays-closed = 終了済み：返信しても再開されません
will-be-held = お客様がメールを確認するまで保留されます
moved = 新しいメッセージが { $count } 件あります。先にお読みください。
read-them = 表示

## What became of the mail with our answer

delivery-held = 保留中：メール確認待ち
delivery-queued = 送信待ち
delivery-sent = 送信済み
delivery-failed = 送信失敗
delivery-case-page = 受付ページにのみ表示：メールアドレスなし
delivery-no-mail-server = 待機中：メールサーバー未設定

## Events on the timeline

event-taken = { $actor } が担当になりました
event-assigned = { $actor } が { $agent } に割り当てました
event-unassigned = { $actor } が担当を外れました
event-closed = { $actor } が終了しました
event-reopened = { $actor } が再開しました
event-chased = { $actor } さんが進み具合を確認しています
event-rated = { $actor } さんの評価：{ $score }/5
event-proved = { $actor } さんがメールアドレスを確認しました
event-delivery-failed = メールを配信できませんでした
actor-customer = お客様
actor-agent = 担当者
actor-token = API トークン
actor-system = システム

## Beside the conversation

email-short = メール
unproved = 未確認
no-email = なし
channel = 経路
missing = 未入力の項目
rating = 評価
rating-score = { $score } / 5
record = 記録
record-entries = { $count } 件
head-hash = 最新の記録のハッシュ

## Keys

keys = ショートカット
key-next = リストの次へ
key-previous = リストの前へ
key-reply = 返信
key-note = メモ
key-assign-me = 自分が担当
key-close = 終了する
key-reopen = 再開する
key-inbox = 対応中のチケット
key-help = この一覧
key-send = 入力した内容を送信
key-leave = 入力欄から出る
keys-where = 1 文字のキーは入力欄の外で有効です。日本語の変換中は反応しません。

## My account

agent-number = 担当者 { $number }
sessions = ログイン中の端末
sessions-why = 覚えのない端末は終了し、管理者に知らせてください。
sessions-none = ログイン中の端末はありません。
session-current = この端末
session-times = ログイン { $created } · 最終利用 { $seen }
device-unknown = 不明な端末
revoke = 終了

## Agents

agents-none = まだ誰もいません。
refused-requests = 秘密情報を求めたため止められたメッセージ
refused-requests-why = 過去 90 日間にお客様へパスワードや認証コードなどを求めたメッセージです。いずれも送信されず、本文も保存していません。
refused-requests-none = 止められたメッセージはありません。
refused-requests-count = { $count } 回
agent-active = 有効
agent-invited = 招待中
agent-off = 退任
invite = 招待
invite-title = 同僚を招待
invite-sent = { $email } に招待を送りました。
reset = 再招待
reset-title = { $name } さんを再招待しますか？
reset-consequence = 端末の紛失時に使います。ログイン、パスワード、2 段階認証は直ちに無効になります。本人に通知され、メールで届く新しい招待から再設定します。
off-board = 退任させる
off-board-title = { $name } さんを退任させますか？
off-board-consequence = ログインとトークンは直ちに無効になり、担当チケットは未割り当てに戻ります。

## API tokens

tokens-why = トークンを使うと、プログラムがその役割の権限で動作します。自動では失効しないため、使わないものは終了してください。
tokens-none = トークンはまだありません。
token = トークン
token-create = トークンを作成
token-name = 用途
token-name-hint = 使用するプログラムやチーム
token-once = 今すぐコピーしてください。表示は一度だけです。
token-times = 作成 { $created } · 最終利用 { $used }
token-unused = 作成 { $created } · 未使用
token-revoke-title = トークン「{ $name }」を終了しますか？
token-revoke-consequence = このトークンを使うプログラムは直ちに拒否されます。

## What each role does

not-for-you = ここで行う作業はありません
not-for-you-role = 現在の役割（{ $role }）では、このページを開けません。
role-agent-does = お客様に対応します：チケットの閲覧、返信、メモ、割り当て、終了。
role-lead-does = 担当者の業務に加え、チームを見守ります。
role-editor-does = ヘルプセンターを管理します。お客様のチケットは閲覧できません。
role-auditor-does = チケットと記録を閲覧できますが、変更はできません。
role-admin-does = すべての操作に加え、担当者とトークンを管理します。
