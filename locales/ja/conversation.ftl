### The conversation: timeline, composer, customer, and the dialogs about a ticket.

## The timeline

events-folded = イベント { $count } 件
quote-show = 引用を表示
quote-hide = 引用を隠す
withdrawn = お客様が見る前に取り消し済み
call-noted = 電話
split-from = 分割元:
on-merged = { $reference } にて
file-download = { $name } をダウンロード
delivery-resting = 数秒後に送信
secret-taken-why = 保存する前に取り除きました。ここでは誰も読むことができません。
secret-kept-why = 秘密情報の可能性があるため封印しています。送るか破棄するかを決められるのはお客様だけです。
secret-undecided = 秘密情報の可能性があるものが含まれています。表示するかどうかはお客様が決めます。

## Events

event-assigned-team = { $actor } が { $team } に引き継ぎました
event-assigned-both = { $actor } が { $team } の { $agent } に割り当てました
event-prioritised = { $actor } が優先度を変更: { $priority }
event-tagged = { $actor } がタグを追加: { $add }
event-untagged = { $actor } がタグを削除: { $remove }
event-retagged = { $actor } がタグを変更: +{ $add }、−{ $remove }
event-snoozed = { $actor } が { $time } またはお客様の返信まで保留
event-woken-time = 時刻になり保留が解除されました
event-woken-answer = お客様の返信で保留が解除されました
event-woken-agent = { $actor } が保留を解除しました
event-withdrawn = { $actor } が返信 { $number } を取り消しました
event-redacted = メッセージ { $number } から秘密情報の一部を取り除きました
event-secret-sent = お客様が秘密情報ではないと判断し、送信しました
event-secret-destroyed = お客様が秘密情報の可能性があるものを破棄しました：{ $kind }
event-secret-expired = お客様の判断がなかったため、秘密情報の可能性があるものを破棄しました：{ $kind }
event-merged = { $actor } が統合しました。統合先:
event-absorbed = { $actor } がここに統合:
event-unmerged = { $actor } が統合を解除:
event-released = { $actor } が統合から外しました:
event-split = { $actor } がメッセージ { $number } を分割:
event-linked = { $actor } が関連付け:
event-unlinked = { $actor } が関連付けを解除:
event-spam-marked = { $actor } が迷惑として印を付けました
event-spam-cleared = { $actor } が迷惑の印を外しました
event-incident-linked = { $actor } が関連付け:
event-incident-unlinked = { $actor } が関連付けを解除:

## The head of a conversation

snoozed-until = { $time } または返信まで
viewing = { $name } が閲覧中
typing-reply = { $name } が返信を入力中
typing-note = { $name } がメモを入力中
tag-remove = タグ { $tag } を外す
more-actions = その他の操作
merged-into = 統合済みです。続きはこちら:

## The composer

macro = マクロ
attach = ファイルを添付
send-close = 送信して終了
uploading = アップロード中…
drop-files = ここにファイルをドロップ
formatting = 書式
mark-bold = 太字
mark-italic = 斜体
mark-list = リスト
mark-quote = 引用
mark-code = コード
mark-link = リンク
preview = プレビュー
preview-empty = プレビューする内容がまだありません。
mention = 同僚にメンション
closes-after = 送信後に終了
closes-not = 終了しない
draft-taken = この文章には秘密情報が含まれています。この画面には残りますが、保存される下書きからは取り除かれます。
asks-say = 代わりにこう書けます：
asks-put-in = この文に置き換える
draft-newer = 別の端末でこの下書きを編集していました:
draft-take = そちらを使う
draft-keep = こちらを残す
draft-both = 両方をつなげる
files = ファイル
file-remove = { $name } を外す
upload-progress = { $size } の { $percent }%
upload-resume = 再開
upload-again = 続けるには選び直してください
too-many-files = 1 件のメッセージに添付できるのは { $max } 個までです。

## Sending

did-reply = 「{ $subject }」への返信

## Macros

macros = マクロ
macro-search = マクロを探す
macros-none = マクロはまだありません。
macros-none-found = 該当するマクロがありません。
macro-other-language = お客様の言語ではありません
macro-also = 同時に行うこと
macro-does-tag = タグ: { $tags }
macro-does-priority = 優先度: { $priority }
macro-does-assign = { $team } に引き継ぐ
macro-does-close = 送信後に終了
macro-used = 使用 { $count } 回
macro-insert = 挿入

## Merging, splitting, linking

do-merge = 統合
do-link = 関連付け
do-split = 分割
do-incident = 障害に関連付け
likely-the-same = 重複の可能性
why-same-customer = 同じお客様
why-same-category = 同じ分類
why-same-txid = 同じ取引または注文
why-similar-text = ほぼ同じ文面
why-flood = 多数のお客様から同じ問い合わせ
merged-here = ここに統合済み
unmerge = 統合を解除
linked = 関連付け済み
unlink = 関連付けを解除
find-ticket = 受付番号またはキーワード
find-none = 見つかりませんでした。
merge-title = { $reference } を統合
merge-why = 同じお客様の同じ問題に関する 2 件をまとめます。以後は両方のやり取りが一緒に表示されます。
merge-goes-on = 続ける方
merge-preview = { $from } を { $into } に統合します。タイムラインには { $count } 件が表示されます。
merge-undoable = いつでも解除でき、何も失われません。
merge-impossible = この 2 件は統合できません。
refused-asks-for-secret = お客様に秘密情報を求める内容のため、送信できません。
refused-already-merged = すでに統合されています。先に解除してください。
refused-merge-cycle = すでに同じチケットに属しています。
refused-merge-other-customer = お客様が異なります。関連付けをお使いください。
refused-merge-too-many = 統合済みのチケットが多すぎます。
link-title = { $reference } を関連付け
link-why = 関係はあるが別々に対応するチケットに使います。
split-title = メッセージを分割
split-why = 同じお客様の別の問題として独立したチケットになります。この会話にも残ります。
split-message = メッセージ
did-merge = { $from } を { $into } に統合
did-unmerge = { $reference } の統合を解除
did-link = { $reference } を関連付け
did-unlink = { $reference } の関連付けを解除
did-split = { $reference } として分割

## New tickets

new-ticket = 新規チケット
create-ticket = チケットを作成
did-create = { $reference } を作成
customer-find = 名前またはメールでお客様を探す
customer-none = 見つかりません。下に入力してください。
customer-other = 別のお客様
customer-claimed = 入力したアドレスは、お客様がメールのリンクを開いて初めて確認済みになります。
customer-language = お客様の言語

## Incidents

incident = 障害
incident-why = 原因が同じチケットを 1 つの障害にまとめると、1 回の案内で全員に返信できます。
incident-tickets = チケット { $count } 件
incidents-none = 対応中の障害はありません。
incident-unlink = 障害から外す
incident-new = 新しい障害
incident-title = 何が起きているか
incident-text = 分かっていること
incident-open = 作成して関連付け
did-incident = 「{ $title }」に関連付け
did-incident-off = 障害から外しました

## The customer

time-there = 現地時刻
other-cases = ほかのチケット
ratings = 評価
ratings-mean = 平均 { $mean }/5（{ $count } 件）
customer-notes = お客様に関するメモ
customer-note-add = お客様メモを追加
customer-tag = タグ
customer-tag-title = { $name } 様のタグ
customer-block = ブロック
customer-unblock = ブロック解除
customer-blocked = ブロック中: 送信内容は迷惑扱いになり、メールは送られません。
remove = 削除
did-customer-tag = { $name } 様のタグを変更
did-customer-note = メモを追加
did-customer-unnote = メモを削除
did-block = { $name } 様をブロック
did-unblock = { $name } 様のブロックを解除
