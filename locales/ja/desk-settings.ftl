### The settings pages of the workspace, and incidents.

## Frame

settings = 設定
settings-agents = 担当者
settings-teams = チーム
settings-categories = 分類と項目
settings-macros = マクロ
settings-tags = タグ
settings-views = ビュー
settings-channels = チャネル
settings-languages = 言語
settings-hours = 営業時間
settings-saved = 保存しました
settings-reload = 新しい版を表示
settings-discard = 変更を破棄
edit = 編集
edit-named = { $name } を編集
remove-named = { $name } を削除
move-up = { $name } を上へ
archive = アーカイブ
archive-named = { $name } をアーカイブ
archive-title = { $name } をアーカイブしますか？
description = 説明
colour = 色
date = 日付
time-zone = タイムゾーン

## History

history = 変更履歴
history-none = まだ変更はありません。
history-made = が追加
history-changed = が変更
history-removed = が削除

## Teams

teams-why = チームに引き継いだチケットは、メンバーの「マイチーム」に表示されます。
teams-none = チームはまだありません。
team-new = 新しいチーム
team-size = メンバー { $count } 人
team-members = メンバー
team-archive-consequence = 未終了のチケットはチームなしになり、タイムラインに記録されます。終了済みには名前が残ります。

## Tags

tags-why = タグは使うと作られます。ここで意味と色を付けます。
tags-none = タグはまだありません。
tag-describe = タグを説明する
tag-name-hint = 文字・数字・-・_（空白なし）
tag-remove-title = #{ $tag } を一覧から外しますか？
tag-remove-consequence = 付いているチケットには残り、再び使うと一覧に戻ります。
colour-none = なし
colour-grey = グレー
colour-red = 赤
colour-orange = オレンジ
colour-yellow = 黄
colour-green = 緑
colour-teal = 青緑
colour-blue = 青
colour-purple = 紫
colour-pink = ピンク

## Views

views-why = ビューは名前と正確な件数を持つ絞り込みです。
views-none = 保存されたビューはまだありません。

## Macros

macros-why = 繰り返し使う文面と操作を言語ごとに用意します。
macro-new = 新しいマクロ
macro-last = 最終 { $time }
macro-title = タイトル
macro-group = グループ
macro-group-hint = 一覧での分類
macro-text = { $language } の文面
placeholders = 差し込み項目
macro-preview-for = プレビューするチケット
macro-preview-saved = 保存すると差し込み項目が埋まります。
macro-tags = タグ
macro-tags-hint = vip -new: vip を付け、new を外す
macro-hand-over = 引き継ぎ先
macro-visible = 公開範囲
macro-remove-title = マクロ「{ $title }」を削除しますか？
macro-remove-consequence = これまでの返信はそのまま残ります。

## Categories

categories-why = お客様が選ぶ分類、尋ねる項目、担当チーム、回答期限です。
category-fields = 項目 { $count } 件
category-add = 分類を追加
category-slug = アドレス用の名前
category-slug-hint = 英小文字・数字・-。後から変えられません
category-hint = 説明
category-weight = 会話の重み
category-weight-hint = 1〜5：この種類のチャットが担当者の枠をいくつ使うか。
category-promise = 独自の回答期限
promise-unit = 単位
unit-hours = 時間
unit-working-hours = 営業時間
unit-working-days = 営業日
category-asks = 尋ねる項目
ask-required = 必須
ask-optional = 任意
ask-hidden = 尋ねない
field-add = 項目を追加
field-key = API での名前
field-input = 入力方法
field-why = 尋ねる理由
input-line = 1 行
input-lines = 複数行
input-amount = 金額
input-choice = 選択肢
choice-value = 値
choice-add = 選択肢を追加

## Channels

channels-why = どのチャネルを誰が使えるかを決めます。
channels-phone = 担当者が電話を記録する
channels-form = フォームを使える人
door-anyone = 誰でも
door-proved = メール確認済みの方
door-signed-in = ログイン済みの方

## Languages and hours

languages-why = サイトで提供する言語と並び順です。
language-default = その他の方
hours-why = 担当者がいる時間です。お客様に表示され、営業時間での期限計算に使われます。
hours-always = 24 時間対応: カレンダーはありません。
hours-closed = 休み
hours-add = { $day } の時間を追加
hours-from = 開始
hours-to = 終了
holidays = 祝休日
holiday-add = 祝休日を追加
calendar-add = カレンダーを追加
calendar-remove = このカレンダーを削除

## Incidents

incidents = 障害
incident-create = 障害を登録
incident-close = 障害を終了
incident-close-title = 「{ $title }」を終了しますか？
incident-close-consequence = チケットは関連付けられたまま残り、以後は候補に出ません。
incident-update = 全員への案内
incident-update-why = 関連するすべてのチケットにお客様の言語で返信します。ない場合は英語か最初の言語を使います。
incident-update-in = { $language } の案内
incident-update-send = { $count } 件に返信
incident-updates = これまでの案内
update-going = { $total } 件中 { $done } 件に返信…
update-gone = { $total } 件中 { $done } 件に返信しました

## 公式のもの

settings-official = 公式のもの
official-why = 「本当に公式ですか？」はこれに基づいて答え、なりすましのリンクもこれで見分けます。このデスクのアドレス、メール、連絡先は自動的に公式になります。
official-add = ブランドを追加
official-remove = このブランドを削除
official-id = 識別名
official-id-hint = 英小文字と数字。担当者とプログラムにだけ見えます
official-names = 名称
official-names-hint = 1 行に 1 つ。使われるすべての言語と表記で入力します
official-domains = ドメイン
official-domains-hint = 1 行に 1 つ。例：dengta.example。その下もすべて含みます
official-addresses = ほかのメールアドレス
official-addresses-hint = 1 行に 1 つ。上のドメインのアドレスは自動的に公式になります
official-phones = 電話番号
official-phones-hint = 1 行に 1 つ、国番号を付けて
official-handles = アカウント
official-handles-hint = 1 行に 1 つ。例：@dengta

## How long customers may decide

settings-secrets = 秘密かもしれない内容
secrets-why = 長い文字列は秘密鍵のことも取引IDのこともあります。担当者には見えず、書いたお客様が送信するか破棄するかを決めます。この期間内に決まらなければ破棄されます。
secrets-days = 決定までの日数
secrets-days-hint = 1～30日。すでに決定待ちの内容は、最初の期限のままです
