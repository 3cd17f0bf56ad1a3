### The frame of the workspace: views, list, search, many at once, keys, undo.

## Views and the list

views = ビュー
view-team = 自分のチーム
view-snoozed = 保留中
view-spam = 迷惑
view-team-empty = チームに対応中のチケットはありません。
view-snoozed-empty = 保留中のチケットはありません。
view-spam-empty = 迷惑なチケットはありません。
view-none = ここにチケットはありません。
view-unknown = ビュー
views-by-category = カテゴリ別
views-by-language = 言語別
mentions = メンション
mentions-empty = まだメンションはありません。メモに @ と自分の番号が書かれるとここに表示されます。
mention-by = 「{ $subject }」で { $name } さんにメンションされました
until = { $time }まで
standing-open = 対応中
standing-snoozed = 保留中
standing-closed = 終了
standing-merged = 統合済み
standing-spam = 迷惑
priority-urgent = 緊急
priority-high = 高
priority-normal = 普通
priority-low = 低
channel-form-short = フォーム
channel-email-short = メール
channel-phone-short = 電話
channel-chat-short = チャット
channel-social-short = SNS
channel-forum-short = フォーラム
channel-api-short = API
new-in-view = 「{ $view }」に新しいチケットが { $count } 件あります
new-on-top = 新着 { $count } 件
line-live = リアルタイム更新中
line-polling = 数秒ごとに更新
line-off = 未接続
skip = 本文へ移動

## Saved views

view-new = 新しいビュー
view-edit = ビューを変更
view-edit-named = ビュー「{ $title }」を変更
view-save = ビューに保存
view-title = 名前
view-query = 絞り込み
view-query-hint = 検索と同じ書き方です。例：category:deposit state:open assignee:me -tag:vip
view-shared = 表示する相手
view-shared-me = 自分だけ
view-shared-team = チーム
view-shared-all = 全員
view-up = 上へ
view-down = 下へ
view-place = { $total } 件中 { $place } 番目
view-delete = 削除
view-saved = ビュー「{ $title }」を保存しました
view-deleted = ビュー「{ $title }」を削除しました
save = 保存
team = チーム

## Search

search = チケットを検索
search-hint = 検索  category:deposit 未着
search-results = 検索結果
search-for = 検索：{ $query }
search-none = 見つかりませんでした。語を減らすか、絞り込みを一つ外してみてください。
search-start = 語句（引用符で囲むと完全一致）や category: state: assignee: tag: before: などの絞り込みを入力してください。
search-clear = 検索を消去
search-suggestions = 検索候補

## Selecting, and one action on many

select = 選択
select-ticket = 「{ $subject }」を選択
select-loaded = 全 { $count } 件
bulk = 選択したチケットへの操作
bulk-selected = { $count } 件を選択中
bulk-running = 処理しています…
bulk-undoing = 元に戻しています…
bulk-undone = { $count } 件を元に戻しました
bulk-lost = 結果を受け取れませんでした。一覧でどこまで進んだかをご確認ください。
bulk-failed = { $count } 件は変更できませんでした。
bulk-did-close = { $count } 件を終了しました
bulk-did-reopen = { $count } 件を再開しました
bulk-did-assign = { $count } 件を { $name } さんに割り当てました
bulk-did-hand-back = { $count } 件の割り当てを外しました
bulk-did-tag = { $count } 件のタグを変更しました：{ $tags }
bulk-did-priority = { $count } 件の優先度を「{ $priority }」にしました
bulk-did-snooze = { $count } 件を { $time } まで保留しました
bulk-did-wake = { $count } 件の保留を解除しました
bulk-did-spam = { $count } 件を迷惑にしました
bulk-did-unspam = { $count } 件の迷惑指定を解除しました
bulk-reply-why = お客様ごとに、それぞれのチケットへの返信として届きます。数秒間は取り消せます。
bulk-note-why = 各チケットにメモとして残ります。お客様には表示されません。
bulk-did-reply = { $count } 件に返信しました
bulk-did-note = { $count } 件にメモを残しました
bulk-did-merge = { $count } 件を { $into } に統合しました
bulk-did-incident = { $count } 件を「{ $title }」に関連付けました
bulk-did-incident-off = { $count } 件を障害から外しました

## What can be done to a ticket

assign = 割り当て
tag = タグ
priority = 優先度
snooze = 保留
wake = 保留を解除
spam = 迷惑
unspam = 迷惑ではない
assign-title = 「{ $subject }」の担当
assign-hint = 名前、番号、チーム
assign-to = { $name } さんに割り当て
assign-to-me = { $name }（自分）
assign-nobody = 担当なし
tag-title = 「{ $subject }」のタグ
tag-hint = タグを付ける、外す
tag-new = 新しいタグ #{ $tag }
priority-title = 「{ $subject }」の優先度
snooze-title = 「{ $subject }」を保留：この時刻まで、またはお客様の返信まで
snooze-hint = 2h、3d、14:30、2026-11-25 09:00 のようにも入力できます
snooze-hour = 1 時間後
snooze-hours = 4 時間後
snooze-tomorrow = 明日の朝
snooze-monday = 月曜の朝
snooze-week = 1 週間後
snooze-until = この時刻まで

## What was done, and taking it back

toasts = 直前の操作
dismiss-toast = 閉じる
undo = 元に戻す
undone = 元に戻しました：{ $what }
did-close = 「{ $subject }」を終了
did-reopen = 「{ $subject }」を再開
did-assign = 「{ $subject }」を { $name } に割り当て
did-hand-back = 「{ $subject }」の担当を外しました
did-priority = 「{ $subject }」の優先度：{ $priority }
did-tag = 「{ $subject }」のタグ：{ $tags }
did-snooze = 「{ $subject }」を { $time } まで保留
did-wake = 「{ $subject }」の保留を解除
did-spam = 「{ $subject }」を迷惑に指定
did-unspam = 「{ $subject }」の迷惑指定を解除
did-send = カウントダウン後に返信が送信されます

## The palette

palette = コマンド
palette-hint = コマンド、ビュー、担当者…
palette-none = 該当するものがありません
palette-commands = コマンド
palette-views = ビュー
palette-pages = ページ
palette-people = 担当者
palette-teams = チーム

## Keys

keys-list = 一覧
keys-ticket = チケット
keys-writing = 作成
keys-going = 移動と全体
key-select = 行を選択
key-select-to = この行まで選択
key-select-all = 読み込み済みをすべて選択
key-select-none = 選択を解除
key-search = 検索
key-send-close = 送信して終了、次へ
key-macro = マクロ
key-attach = ファイルを添付
key-assign = 割り当て…
key-tag = タグ…
key-priority = 優先度…
key-snooze = 保留…
key-wake = 保留を解除
key-merge = 統合…
key-split = 分割…
key-link = 関連付け…
key-incident = 障害に関連付け…
key-spam = 迷惑に指定、または解除
key-customer = お客様の情報
key-palette = コマンドパレット
key-undo = 直前の操作を元に戻す
key-views = ビューへ移動…
key-mentions = メンション
key-new-ticket = お客様の代わりに新規チケット
key-save-view = 表示中の内容をビューに保存
keys-change = キーを変更する
keys-kept = 変更はこの端末に、ご自分のアカウント用として保存されます。
keys-preset = プリセット
keys-preset-dengta = Dengta
keys-preset-zendesk = Zendesk
keys-press = キーを押してください…
keys-none = なし
keys-changed = { $name }：{ $keys }
keys-change-named = { $name }：{ $keys }。押して変更
keys-back = 既定に戻す
keys-back-named = { $name }：既定に戻す
keys-remove = 外す
keys-remove-named = { $name }：キーを外す
keys-conflict = 「{ $name }」と重複
keys-refused-browser = ブラウザーが使うキーです。別のキーを押してください。
keys-refused-control = ボタンや入力欄に必要なキーです。別のキーを押してください。
keys-reset = すべて既定に戻す
keys-reset-done = ショートカットを既定に戻しました
