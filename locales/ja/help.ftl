help-callout-note = 補足
help-callout-tip = ヒント
help-callout-warning = 重要

error-text-newer-title = ほかの人が書き換えました
error-text-newer = 開いたあとに内容が変わったため、保存していません。入力した内容は残っています。新しい内容を確認して、もう一度保存してください。
error-second-person-title = もう一人の確認が必要です
error-second-person = あなたもこの文章を書いています。このセクションでは書いた人以外の承認が必要です。変更はしていません。同僚に依頼してください。
error-approval-wanted-title = まだ承認されていません
error-approval-wanted = このセクションでは、もう一人の承認を受けてから公開します。公開していません。先にレビューを依頼してください。
error-section-not-empty-title = セクションが空ではありません
error-section-not-empty = 記事または下位のセクションがあるため、削除していません。先に移してください。
error-sections-full-title = セクションが多すぎます
error-sections-full = ヘルプセンターのセクションは { $max } 個までです。作成していません。
error-image-too-large-title = 画像が大きすぎます
error-image-too-large = 画像は { $megabytes } MB までです。保存していません。小さくしてから、もう一度お試しください。
error-image-type-title = 使えない画像です
error-image-type = 記事に表示できるのは PNG、JPEG、WebP です。保存していません。別の形式でお試しください。
error-section-unknown = 「{ $field }」のセクションが見つかりません。
error-section-cycle = セクションを自分自身の下に置くことはできません。
error-section-too-deep = セクションの階層は五つまでです。
error-invalid-page-slug = 「{ $field }」に使えるのは英小文字、数字、単独のハイフンで、80 文字までです。
error-slug-taken = 「{ $field }」はほかのページが使っています。別のものにしてください。
error-too-far-ahead = 「{ $field }」は一年以内にしてください。
error-invalid-days = 「{ $field }」は 1 日から { $max } 日までです。
field-section = セクション
field-parent = 上のセクション
field-titles = タイトル
field-summary = 要約
field-keywords = 検索語
field-related = 関連記事
field-review-days = 見直しの間隔
field-at = 日時
error-lexicon-line = 「{ $field }」の { $line } 行目を読み取れません。保存していません。一行には、同じ意味の語をコンマで区切って書いてください。
field-lines = 用語集
help-category-general = 全般
## ヘルプセンターのページ

help-nav = ヘルプ記事
help-title = ヘルプ記事
help-lead = 担当者が書き、確認した答えをテーマ別にまとめています。
help-empty = ここにはまだ記事がありません。お問い合わせいただければ、担当者が直接お答えします。
help-all = すべてのテーマを見る
help-search = 検索
help-search-label = ヘルプ記事を検索
help-search-example = 例：入金が反映されない
help-search-empty = キーワードでも文章でも、そのまま入力してください。
# max is how many characters
help-search-cut = 質問が長いため、先頭の { $max } 文字で検索しました。
help-suggestions = 検索候補
help-found = 「{ $question }」の検索結果
help-none = この質問に答える記事はまだありません
help-unsure = お探しの答えではありませんか？
help-none-lead = この質問をそのままお送りください。内容は入力済みで、担当者がお答えします。
help-none-ask = この質問を送る
help-crumbs = 現在の位置
help-author = 執筆：{ $name }
help-reviewed-by = { $name } が { $date }に確認
help-reviewed = { $date }に確認
help-changed = { $date }更新
help-minutes = 約 { $count } 分で読めます
help-stale = この記事は { $date }以降確認されていません。一部の内容が変わっている可能性があります。
help-stale-ask = 不明な点はお問い合わせください
# wanted and language are names of languages in themselves, such as 日本語
help-other = この記事の{ $wanted }版はまだありません。{ $language } 版を表示しています。
help-contents = このページの内容
help-related = 次に読む
help-versions = すべての版
help-version = 第 { $number } 版
help-version-from = { $from }から { $to }まで有効
help-version-since = { $from }から有効
help-version-was = これは第 { $number } 版です。{ $from }から { $to }まで有効でしたが、現在は失効しています。
help-version-is = これは第 { $number } 版です。{ $from }から有効です。
help-version-today = 現在有効な版を見る
help-in-force = 送信時に有効だった規約
help-terms = 利用規約
help-privacy = プライバシーポリシー
# brand is the exchange's name
help-feed = { $brand } ヘルプ記事

## 役に立ちましたか？

help-vote = 役に立ちましたか？
help-vote-yes = はい
help-vote-no = いいえ
help-vote-sorry = お知らせいただきありがとうございます。どこを直せばよいでしょうか。
help-vote-why = 問題点はどれですか
help-reason-unclear = わかりにくい
help-reason-outdated = 情報が古い
help-reason-wrong = 内容が誤っている
help-reason-other = その他
help-vote-comment = 詳しいご意見
help-vote-send = 送信
help-vote-thanks = ありがとうございます。次に読む方の助けになります。
help-still = まだ解決しませんか？
notice-solved = お役に立ててよかったです。お問い合わせは送信されていません。必要なときは、入力内容がフォームに残っています。

## フォームのそば

fits-title = すでに答えがあるかもしれません
fits-tab = 新しいタブで開きます
fits-solved = 解決しました

## テーマ

field-logo = ロゴ
field-accent-light = 明るい画面のアクセント色
field-accent-dark = 暗い画面のアクセント色
field-header = 上部のリンク
field-footer = 下部のリンク
field-terms = 利用規約
field-privacy = プライバシーポリシー
field-href = アドレス
error-invalid-colour = 「{ $field }」は色の値ではありません。#0b61a4 のように # と 16 進数 6 桁で入力してください。
error-contrast-low = 「{ $field }」と背景 { $ground } のコントラスト比は { $ratio }:1 です。読めるようにするには 4.5:1 が必要です。保存されていません。明るい画面にはより暗い色、暗い画面にはより明るい色を選んでください。
error-invalid-href = 「{ $field }」は https:// で始まるか、/ で始まるこのサイトのパスにしてください。保存されていませんので、修正してください。
error-picture-unknown = 「{ $field }」の画像が見つかりません。保存されていませんので、先にアップロードしてください。
error-article-unknown = 「{ $field }」の記事が見つかりません。保存されていませんので、短い名前をご確認ください。
