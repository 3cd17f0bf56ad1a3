### The help center as its writers see it, and the theme of the customers' pages.

## Frame

articles = ヘルプセンター
articles-all = すべての記事
articles-review = レビュー待ち
articles-due = 見直しの時期
articles-outdated = 古くなった翻訳
articles-broken = 切れたリンク
article-lists = 対応待ち
articles-list = 記事
articles-find = タイトルまたは URL 名
articles-none = まだ記事はありません。
articles-none-found = 該当する記事はありません。
broken-why = 公開中の記事から、存在しない記事やお客様が読めない記事へのリンクです。
broken-none = すべてのリンクがつながっています。
move-down = { $name } を下へ

## Filters

article-state = 状態
article-state-any = すべての状態
article-language-any = すべての言語
state-articles-published = 公開中
state-articles-writing = 執筆中
state-articles-review = レビュー待ち
state-articles-approved = 承認済み
state-articles-scheduled = 公開予約
state-articles-due = 見直しの時期
state-articles-outdated = 古くなった翻訳
state-articles-missing = 未作成
state-articles-archived = アーカイブ済み

## Where a text stands

article-stands = { $language }：{ $marks }
article-version-short = v{ $number }
mark-missing = 未作成
mark-published = 公開中、第 { $number } 版
mark-withdrawn = 公開停止
mark-writing = 執筆中
mark-review = レビュー待ち
mark-approved = 承認済み
mark-scheduled = 公開予約
mark-scheduled-at = { $time } に公開
mark-due = 見直しの時期
mark-outdated = 翻訳が古い
mark-missing-short = 未作成
mark-withdrawn-short = 停止
mark-writing-short = 執筆中
mark-review-short = レビュー
mark-approved-short = 承認
mark-scheduled-short = 予約
mark-due-short = 見直し
mark-outdated-short = 古い
article-votes-short = { $count } 件中 { $helpful } 件が役に立った
article-policy-short = 規約

## An article

article = 記事
article-new = 記事を作成
article-make = 書きはじめる
article-title = タイトル
article-first-language = 最初に書く言語
article-summary = 要約
article-summary-hint = 1、2 文で。タイトルの下と検索結果に表示されます。
article-keywords = 検索語
article-keywords-hint = お客様が探すときに使いそうな別の言葉。読点で区切ります。
article-body = 本文
article-text = 執筆
article-slug = URL 名
article-slug-hint = 英小文字、数字、ハイフン。以前の名前も、ずっとここにつながります。
article-slug-new-hint = 空欄ならタイトルから作ります。
article-policy = 規約・プライバシー・規則・手数料：過去に有効だった版もお客様が読める
article-related = 次に読む記事
article-related-add = 次に読む記事を追加
article-archive = 記事をアーカイブ
article-archived = この記事はアーカイブ済みです。お客様には表示されませんが、内容はすべて残っています。
article-take-back = 元に戻す
article-take-back-named = { $name } を元に戻す
article-public = お客様のページ
article-languages = 言語
article-panels = 本文の横
article-panel-preview = プレビュー
article-panel-versions = 版
article-panel-original = 原文
article-panel-readers = 読者
article-panel-settings = 置き場所
article-minutes = 約 { $count } 分で読めます
article-length = { $length } / { $max } 文字
article-broken = つながらないリンク：{ $links }

## The toolbar

article-tool-bold = 太字
article-tool-italic = 斜体
article-tool-heading = 見出し
article-tool-list = 箇条書き
article-tool-steps = 手順
article-tool-table = 表
article-tool-callout = 囲み：補足・ヒント・重要
article-tool-code = コード
article-tool-article = 記事へのリンク
article-tool-picture = 画像
article-picture-alt = 画像の説明
article-picture-sending = { $names } を送信中…
article-picture-sent = { $name } を本文に入れました。
article-drop = ここに画像をドロップ

## Keeping what is typed

article-saving = 保存中…
article-saved = 下書きを保存しました
article-unsent = この端末に保管中。まだサーバーには届いていません
article-newer = ほかの人が書き換えました。あなたの文章は失われていません。
article-newer-by = { $name }、{ $time }
article-newer-legend = 取り消し線は相手、下線はあなたの文章です。
article-take-theirs = 相手の文章にする
article-keep-mine = 自分の文章を残す

## Steps to what customers read

article-written = 最終執筆：{ $name }、{ $time }
article-approved-by = · 承認：{ $name }
article-goes-out = { $time } に公開
article-returned-by = { $name } さんからの差し戻し：
article-published = お客様が読むのは第 { $number } 版：{ $name }、{ $time }
article-unpublished = お客様はこの言語では読めません。
article-reviewed = 確認：{ $name }、{ $date }
article-due-on = 次の見直し：{ $date }
article-due-since = { $date } から見直しの時期
article-changing = 書き換えると、承認は取り消されます。
article-two-people = ここでは二人の確認が必要です。書いていない人が承認します。
article-two-people-you = ここでは二人の確認が必要です。承認すると公開できます。
article-two-people-not-you = ここでは二人の確認が必要です。あなたも書いているため、同僚が承認してから公開します。
article-more = この文章のその他の操作
article-did-submit = レビューを依頼
article-did-approve = 承認
article-did-return = 差し戻し
article-did-publish = 公開
article-did-schedule = { $time } に公開予約
article-did-unschedule = 公開予約の取り消し
article-did-discard = 下書きの破棄
article-did-restore = 第 { $number } 版を下書きに
article-did-confirm = 内容の確認
article-did-make = 記事の作成
article-did-move = 記事の移動
article-did-change = 記事の変更
article-did-archive = アーカイブ
article-did-take-back = アーカイブから戻す
article-return-title = 書いた人に差し戻す
article-remark = 直してほしいこと
article-schedule-title = 日時を決めて公開
article-schedule-at = 日時（あなたのタイムゾーン）
article-schedule-past = これからの日時を選んでください。
article-withdraw-title = この文章をお客様から見えなくしますか？
article-withdraw-consequence = この言語では誰にも見つからなくなります。版は残り、もう一度公開できます。

## Versions and differences

versions = 版
versions-none = この言語では公開されたことがありません。
versions-from = 変更前
versions-to = 変更後
version-number = 第 { $number } 版
version-draft = 執筆中の文章
version-current = お客様が読む版
version-reviewed = 確認：{ $name }
version-translates = { $language } 第 { $number } 版の翻訳
version-restore = 復元
version-restore-named = 復元：第 { $number } 版
diff-none = 違いはありません。
diff-gap = · { $count } 行は変更なし ·

## Translations

original-none = 翻訳のもとになる言語がありません。ほかに公開中のものがありません。
original-language = 原文
original-says = この文章は{ $language } 第 { $number } 版と同じ内容
original-shown = 原文の表示
original-since = 第 { $number } 版からの変更
original-whole = 全文

## What readers said

readers-all-languages = すべての言語
readers-none = まだ読者の声はありません。
readers-helpful = 役に立った
readers-unhelpful = 役に立たなかった
readers-solved = 問い合わせ前に解決
readers-comments = 読者の声
vote-reason-unclear = わかりにくい
vote-reason-outdated = 内容が古い
vote-reason-wrong = 間違っている
vote-reason-other = その他

## Sections

section = セクション
sections = セクション
sections-all = すべてのセクション
sections-edit = セクションを編集
sections-why = お客様がヘルプセンターの最初のページで選ぶ分類と、その下のセクションです。
sections-none = まだセクションはありません。
sections-first = 記事はセクションに置きますが、まだありません。公開できる人が最初に作成します。
section-new = セクションを作成
section-articles = 記事 { $count } 件
section-slug-hint = 英小文字、数字、ハイフン
section-parent = 上のセクション
section-top = なし（分類にする）
section-days = 記事を見直す間隔（日）
section-days-hint = 空欄なら上のセクションと同じ
section-review-every = { $count } 日ごとに見直します。
section-review-short = { $count } 日ごとに見直し
section-review-never = 見直す間隔は決まっていません。
section-two-people = 公開には二人が必要：書く人と承認する人
section-two-people-short = 二人で確認
section-two-people-here = ここでの公開には二人の確認が必要です。
section-did-make = セクション「{ $name }」の作成
section-did-change = セクション「{ $name }」の変更
section-did-move = セクション「{ $name }」の移動
section-did-remove = セクション「{ $name }」の削除

## Words that mean the same

words = 同じ意味の言葉
words-why = 検索は業界の用語をすでに知っています。ここでは、商品名、お客様独自の呼び方、よくある誤記など、当社ならではの言葉を教えられます。保存するとすぐに反映されます。
words-languages = 言葉の言語
words-list = 言葉のグループ
words-none = この言語には、まだ独自のグループがありません。
words-add-label = 新しいグループ
words-edit-label = 言葉のグループ
words-add = 追加
words-hint = 同じ意味の言葉や言い回しをコンマで区切って書いてください。例：積立、ステーキング、貸暗号資産
words-alone = 同じ意味の言葉を、コンマで区切って二つ以上書いてください。
words-leads = こちらも検索
words-little = 意味の薄い言葉
words-did-add = 追加しました：{ $line }
words-did-change = 変更しました：{ $line }
words-did-remove = 削除しました：{ $line }
words-more = そのほかの書き方
words-more-leads-example = 詐欺、フィッシング > アカウントの安全
words-more-leads = 前の言葉で検索すると後ろの内容も見つかりますが、逆は見つかりません。
words-more-weight-example = 0.6: 紛失、盗難
words-more-weight = 意味が近いだけのとき、もう一方の言葉をどれだけ重く見るか（0 から 1）。
words-more-little-example = ~ すみません、どうすれば
words-more-little = 何を探しているかをほとんど表さない言葉。
words-more-remark-example = # 昨年の商品名
words-more-remark = 同僚向けのメモ。
words-try = 質問を試す
words-try-hint = お客様になったつもりで質問してください。
words-try-writing = 入力中のグループも、保存する前に合わせて試せます。
words-now = 保存済みの状態
words-then = 入力中のものを加えた場合
words-new = 新規
words-found-none = 何も見つかりません。
words-unsure = 検索結果に確信が持てないため、お客様にはフォームも案内されます。

## Theme

settings-theme = お客様のページの見た目
theme-why = ヘルプセンター、フォーム、ケースのページのロゴ・色・リンクです。指定がなければ初期設定のままです。
theme-logo = ロゴ
theme-logo-choose = 画像を選ぶ
theme-logo-none = 名前を表示する
theme-logo-hint = PNG、JPEG、WebP。濃い青の上に高さ 28 ピクセルで表示されます。
theme-accent-light = 明るい画面のアクセント色を指定
theme-accent-dark = 暗い画面のアクセント色を指定
theme-accent-hint = 読みにくい色は、保存のときに受け付けません。
theme-header = 上部のリンク
theme-footer = 下部のリンク
theme-link-add = リンクを追加
theme-link-new = 新しいリンク
theme-link-to = リンク先
theme-link-hint = https://… または / で始まるこのサイトのページ
theme-terms = 規約の記事
theme-privacy = プライバシーの記事
theme-article-hint = 記事の URL 名。なければ空欄
theme-choose = 選ぶ…
theme-choose-named = 選ぶ… { $name }

## Keys

keys-article = ヘルプセンター
key-articles = ヘルプセンター
key-article-new = 記事を作成
key-article-write = 本文を書く
key-article-submit = レビューを依頼
key-article-approve = 承認
key-article-return = 差し戻す
key-article-publish = 今すぐ公開
key-article-schedule = 日時を決めて公開
key-article-unschedule = 公開予約を取り消す
key-article-confirm = 内容は今も正しい
key-article-discard = 下書きを破棄
key-article-withdraw = 公開をやめる
key-article-next-language = 次の言語
key-article-previous-language = 前の言語
key-article-preview = プレビュー
key-article-versions = 版と違い
key-article-original = 翻訳の横に原文
key-article-readers = 読者の声
key-article-settings = 置き場所・URL・アーカイブ
