### チーム、タグ、マクロ、設定の誤り。

## 項目

field-title = タイトル
field-group = グループ
field-texts = 文面
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
