### Words shared by server and browser: categories, states, roles, channels, languages, fields, times.

## Ticket categories: name, and one line that tells a customer whether it is theirs

category-deposit = 入金が反映されない
category-deposit-hint = 送金したのに残高が変わらない場合
category-tag = タグ・メモの誤りや入力もれ
category-tag-hint = XRP、XLM、TON、ATOM などタグが必要な入金
category-missent = 通貨・ネットワーク・アドレスを間違えた
category-missent-hint = 別のネットワークや未対応のトークンで送った場合
category-withdrawal = 出金が完了しない
category-withdrawal-hint = 審査中、保留中、失敗、または取り消したい場合
category-fiat = 銀行振込と法定通貨
category-fiat-hint = 振込が反映されない、または金額が合わない場合
category-trade = 注文の失敗・約定の異常
category-trade-hint = まず取引を止めて、注文番号をお知らせください
category-derivatives = デリバティブと強制決済
category-derivatives-hint = 清算価格、資金調達率、証拠金
category-verification = 本人確認が通らない
category-verification-hint = 否認された、審査が終わらない、限度額を上げたい場合
category-recovery = ログインできない・2 段階認証端末の紛失
category-recovery-hint = ログインせずにここから始められます
category-security = アカウントの不審な動き
category-security-hint = 覚えのないログインや資金の移動
category-api = API と自動売買
category-api-hint = エラー、レート制限、キーの権限
category-phishing = フィッシング・偽サポートの通報
category-phishing-hint = 不審なサイト、メール、電話、SNS アカウント
category-question = ルール・手数料・使い方
category-question-hint = 手数料、限度額、はじめての方
category-other = その他
category-other-hint = 上のどれにも当てはまらない場合はこちら

## States of a ticket, as agents and customers see them

state-open = 対応中
state-closed = 終了
awaiting-agent = 担当者の返信待ち
awaiting-customer = お客様の返信待ち
assurance-claimed = 自己申告のみ
assurance-proved = メール確認済み
assurance-signed-in = ログイン済み
assurance-trusted = API による保証

## Channels, and what each is good for

channel-form = お問い合わせフォーム
channel-form-for = 詳しい情報や調査が必要なとき
channel-email = メール
channel-email-for = 急ぎではない、説明が長くなるとき
channel-phone = 電話
channel-phone-for = アカウント乗っ取りなどの緊急時
channel-chat = チャット
channel-chat-for = 急ぎのとき、手順を案内してほしいとき
channel-social = SNS
channel-social-for = 個人情報を含まない短い公開の質問
channel-forum = コミュニティ
channel-forum-for = ほかの利用者と情報を共有したいとき
channel-api = API

## Languages call themselves the same everywhere

language-zh-CN = 简体中文
language-zh-TW = 繁體中文
language-en = English
language-ko = 한국어
language-ja = 日本語

## Roles of those who work here

role-agent = 担当者
role-lead = リーダー
role-editor = 編集者
role-auditor = 監査担当
role-admin = 管理者

## Choices of fields

choice-lost-item-password = パスワード
choice-lost-item-totp = 2 段階認証の端末・アプリ
choice-lost-item-passkey = パスキー
choice-lost-item-locked = アカウントがロックされた
choice-lost-item-other = その他
choice-funds-moved-yes = はい、資金が動きました
choice-funds-moved-no = いいえ
choice-funds-moved-unsure = わからない
choice-entered-anything-yes = はい、入力または署名しました
choice-entered-anything-no = いいえ
choice-entered-anything-unsure = わからない

## Fields: label, example, and why it is asked

field-coin = 通貨
field-coin-example = BTC
field-coin-why = 通貨ごとにウォレットと状態が異なります
field-network = ネットワーク
field-network-example = Ethereum (ERC-20)
field-network-why = 同じ通貨でもネットワークごとに必要な承認数が異なります
field-tx-id = トランザクション ID（TxID）
field-tx-id-example = 9f3c7a1be2d4…
field-tx-id-why = チェーン上で送金を探すために使います
field-address = 受取アドレス
field-address-example = bc1q9v4…7k2m
field-address-why = 送り先を確認するため
field-amount = 数量
field-amount-example = 0.5
field-amount-why = 桁区切りなしの正確な数、小数は 8 桁まで
field-source-address = 送金元アドレス
field-source-address-example = rEb8TK3g…NiNkE
field-source-address-why = お客様からの送金であることを確認するため
field-tag = 入力したタグ・メモ
field-tag-example = 104857
field-tag-why = 入力していない場合は空欄で
field-time = 発生日時
field-time-example = 2026-11-20 13:02
field-time-why = 記録を探すため。おおよそで構いません
field-rail = 送金方法
field-rail-example = 銀行振込、SEPA、SWIFT
field-rail-why = 方法によって所要時間が異なります
field-bank = 銀行
field-bank-example = 三菱 UFJ 銀行
field-bank-why = 該当の銀行に照会するため
field-bank-reference = 振込の参照番号
field-bank-reference-example = DT-7F2A91C0
field-bank-reference-why = 銀行がこの番号で送金を探します
field-value-date = 起算日
field-value-date-example = 2026-11-19
field-value-date-why = 銀行が処理した日付。明細に記載されています
field-currency = 通貨（法定通貨）
field-currency-example = JPY
field-currency-why = 該当する口座を確認するため
field-pair = 取引ペア
field-pair-example = BTC/USDT
field-pair-why = ペアごとに板が分かれています
field-order-type = 注文の種類
field-order-type-example = 指値、成行、逆指値
field-order-type-why = 種類により約定の条件が異なります
field-order-id = 注文番号
field-order-id-example = 7F2A91C0
field-order-id-why = 注文履歴で確認できます
field-trade-id = 約定番号
field-trade-id-example = 88213407
field-trade-id-why = 特定の約定だけに問題がある場合
field-entry-order = 新規注文番号
field-entry-order-example = 7F2A91C0
field-entry-order-why = 建玉の始まりを確認するため
field-exit-order = 決済注文番号
field-exit-order-example = 7F2A9A44
field-exit-order-why = 建玉の終わりを確認するため
field-price = 価格
field-price-example = 64210.5
field-price-why = 想定した価格、または約定した価格
field-document-type = 書類の種類
field-document-type-example = パスポート、免許証、住所証明
field-document-type-why = 書類ごとに条件が異なります。書類自体はここに送らないでください
field-country = 発行国・地域
field-country-example = 日本
field-country-why = 国によって使える書類が異なります
field-refusal-reason = 表示された否認の理由
field-refusal-reason-example = 写真が不鮮明
field-refusal-reason-why = 理由がわかれば直し方をご案内できます
field-account-hint = アカウントを探す手がかり
field-account-hint-example = UID 20417733
field-account-hint-why = UID か登録メールで十分です。パスワードは書かないでください
field-lost-item = 失ったもの
field-lost-item-example = 一覧から選択
field-lost-item-why = 状況により復旧の手順が異なります
field-last-access = 最後にログインできた日時
field-last-access-example = 11 月 18 日、スマートフォンで
field-last-access-why = ご本人のログインを見分けるため
field-place = ログインの場所
field-place-example = 通知には「フランクフルト」と表示
field-place-why = 普段の場所と比べるため
field-device-seen = 見覚えのない端末
field-device-seen-example = Windows の Firefox
field-device-seen-why = 端末一覧やセキュリティメールで確認できます
field-funds-moved = 資金は動きましたか
field-funds-moved-example = 一覧から選択
field-funds-moved-why = 資金が動いた件を最優先で対応します
field-endpoint = エンドポイント
field-endpoint-example = POST /api/v1/orders
field-endpoint-why = ログで該当の呼び出しを探すため
field-error-code = エラーコード
field-error-code-example = 50011
field-error-code-why = 原因を直接示します
field-request-id = リクエスト ID
field-request-id-example = req_01JD3V…
field-request-id-why = レスポンスヘッダーにあります
field-ip = お客様の IP アドレス
field-ip-example = 203.0.113.7
field-ip-why = 許可リストとレート制限を確認するため
field-key-prefix = API キーの先頭部分
field-key-prefix-example = ak_live_7F2A
field-key-prefix-why = 先頭だけで十分。キー全体やシークレットは書かないでください
field-link = 不審なリンク
field-link-example = hxxps://dengta-verify.example
field-link-why = 確認して閉鎖を求めます。再び開かないでください
field-sender = 相手のアカウント・番号・メール
field-sender-example = @dengta_support_vip
field-sender-why = 公式か確認し、ほかのお客様に注意を促すため
field-channel-seen = どこで接触しましたか
field-channel-seen-example = Telegram、SMS、検索広告
field-channel-seen-why = 媒体ごとに通報方法が異なります
field-entered-anything = 情報の入力や署名をしましたか
field-entered-anything-example = 一覧から選択
field-entered-anything-why = その場合はまずアカウントの保護を案内します
field-steps = 行った手順
field-steps-example = 「出金」を開く → アドレス入力 →「確認」を押す
field-steps-why = 同じ状況を再現するため
field-error-shown = 表示されたエラー
field-error-shown-example = 「しばらくしてからもう一度お試しください」
field-error-shown-why = できるだけそのまま書いてください
field-tried = すでに試したこと
field-tried-example = 再ログイン、別のブラウザー
field-tried-why = 同じことをお願いしないため
field-device = 端末
field-device-example = iPhone 15
field-device-why = 特定の端末だけで起きる問題があるため
field-system = OS
field-system-example = iOS 18.1
field-system-why = バージョンによりアプリの動作が変わるため
field-app-version = アプリ・ブラウザーのバージョン
field-app-version-example = アプリ 6.42.1 / Chrome 142
field-app-version-why = 新しい版で直っている場合があるため

## Fields that every form has, named in errors too

field-subject = 件名
field-subject-example = 0.5 BTC の入金が反映されない
field-subject-why = 問題を一文で
field-body = お問い合わせ内容
field-body-example = 2 時間前にハードウェアウォレットから送金し、承認は 4 回ですが残高が変わりません。
field-body-why = 何が起き、どうなるはずだったか
field-name = お名前
field-name-example = 山田 花子
field-name-why = 返信での呼び方に使います
field-email = メールアドレス
field-email-example = you@example.com
field-email-why = 返信とリンクをお送りします。ご登録のアドレスが最適です
field-category = お問い合わせの種類
field-language = 言語
field-comment = コメント
field-score = 評価
field-password = パスワード
field-totp = 6 桁のコード
field-role = 役割
field-token = トークン
field-customer = お客様
field-idempotency-key = Idempotency-Key
field-view = ビュー
field-agent = 担当者
field-fields = 詳細項目

## Times and durations. UTC stands beside every local time, for it may become evidence.

date-month-day = { $month }月{ $day }日
# year is passed as text, so that no locale groups its digits
date-full = { $year }年{ $date }
time-utc = { $date } { $time } UTC
# utc is a time of day, with its date when that differs from the local one
time-local = { $date } { $time }（{ $utc } UTC）
duration-minutes = { $count } 分
duration-hours = { $count } 時間
duration-days = { $count } 日
duration-working-days = { $count } 営業日
range-minutes = { $from }～{ $to } 分
range-hours = { $from }～{ $to } 時間
range-days = { $from }～{ $to } 日
range-working-days = { $from }～{ $to } 営業日
