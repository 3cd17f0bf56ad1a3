### チーム、タグ、マクロ、設定の誤り。

## 項目

field-title = タイトル
field-group = グループ
field-actions = アクション
field-visible-to = 公開範囲
field-team = チーム
field-members = メンバー
field-description = 説明
field-colour = 色
field-zh-CN = 简体中文の文面
field-zh-TW = 繁體中文の文面
field-en = English の文面
field-ko = 한국어の文面
field-ja = 日本語の文面

## 項目の誤り

error-name-taken = 同じ名前がすでにあります。何も保存していませんので、別の「{ $field }」にしてください。
error-too-many = 「{ $field }」は { $max } 個までですが、{ $actual } 個あります。何も保存していませんので、減らしてください。
error-member-unknown = 「{ $field }」に、ここで働いていない人が含まれています。何も保存していませんので、担当者の一覧から選んでください。
error-action-twice = 同じ種類のアクションが二つあります。何も保存していませんので、一つだけ残してください。
error-template-broken = 「{ $field }」の { $line } 行目が読み取れません。波かっこ、引用符、または終わりの文が足りません。直して保存し直してください。
error-template-refused = 「{ $field }」の { $line } 行目に、マクロでは使えない書き方があります。使えるのはプレースホルダー、if、else、include です。
error-template-placeholder = 「{ $field }」の「{ $name }」は存在しません。プレースホルダーは一覧から選んでください。
error-template-long = 「{ $field }」の組み立てに時間がかかりすぎます。取り込むマクロを減らしてください。
error-template-large = 「{ $field }」がメッセージの上限 { $max } 文字を超えます。短くするか、取り込みを減らしてください。
error-include-loop = 「{ $field }」が自分自身を取り込んでいます：{ $path }。どれか一つを外してください。
error-include-many = 「{ $field }」は「{ $title }」のところで、取り込みが多すぎるか深すぎます。減らしてください。
error-include-unknown = 「{ $field }」が「{ $title }」を取り込んでいますが、全員に公開されたマクロにその題名はありません。題名をご確認ください。

## 問題

error-setting-moved-title = ほかの人が先に変更しました
error-setting-moved = 開いた後にほかの人が新しい版を保存したため、今回の内容は保存していません。入力内容は残っています。相手の変更を見てから保存し直してください。
error-macro-included-title = ほかのマクロが取り込んでいます
error-macro-included = 次のマクロが取り込んでいるため、変更していません：{ $titles }。先にそちらから外してください。
error-macros-full-title = マクロが多すぎます
error-macros-full = マクロは { $max } 個までです。何も保存していませんので、使われていないものを削除してください。

## 設定：項目

field-categories = カテゴリー
field-calendars = カレンダー
field-offered = 提供する言語
field-default = 既定の言語
field-slug = 短い名前
field-promise = 返信の約束
field-time-zone = タイムゾーン
field-holidays = 休日
field-hours = 時間
field-date = 日付
field-labels = 名称
field-choices = 選択肢
field-hints = 説明文
field-names = 名称
field-channel = チャネル
field-call = 通話

## 設定の誤り

error-invalid-time-zone = 「{ $field }」はタイムゾーンではありません。Asia/Tokyo のように選んでください。
error-invalid-date = 「{ $field }」は日付ではありません。2026-10-01 のように書いてください。
error-invalid-clock = 「{ $field }」は時刻ではありません。09:00 のように書いてください。
error-invalid-promise = 「{ $field }」は早い方から遅い方の順に、1 以上 2400 以下にしてください。
error-invalid-slug = 「{ $field }」は英小文字と数字だけで、英字で始めてください。
error-category-missing = 「{ $slug }」がありません。標準のカテゴリーは停止できますが、外すことはできません。
error-category-used = 「{ $slug }」にはお問い合わせがあるため外せません。代わりに停止してください。
error-category-needed = このカテゴリーは停止できません。口座がロックされた方や被害に遭った方には、ほかに手段がありません。
error-always-open = このフォームは常にどなたにも開いています。口座がロックされた方は先にログインできません。
error-channel-off = このチャネルは設定で停止されています。何も保存していません。

## 問題

error-form-proved-title = 先にご本人の確認をお願いします
error-form-proved = このフォームは確認済みのお客様専用です。「マイお問い合わせ」からリンクをメールで受け取るか、取引所からお入りください。ログインできない場合は、アクセス回復のフォームをどなたでもお使いいただけます。
error-form-signed-in-title = 取引所からお入りください
error-form-signed-in = このフォームは取引所にログイン中のお客様専用です。取引所からサポートを開いてください。ログインできない場合は、アクセス回復のフォームをどなたでもお使いいただけます。

## お客様に見える対応時間

hours-open = { $time } まで担当者が対応しています
hours-closed = 担当者は { $time } に戻ります。今お送りいただいた分も順番にお受けします
duration-working-hours = { $count } 営業時間
range-working-hours = { $from }～{ $to } 営業時間
