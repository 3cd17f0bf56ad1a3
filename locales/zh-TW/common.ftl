### Words shared by server and browser: categories, states, roles, channels, languages, fields, times.

## Ticket categories: name, and one line that tells a customer whether it is theirs

category-deposit = 入金沒有到帳
category-deposit-hint = 已經轉出，但餘額沒有變化
category-tag = 標籤或 Memo 填錯、漏填
category-tag-hint = XRP、XLM、TON、ATOM 等需要標籤的入金
category-missent = 轉錯了幣種、網路或地址
category-missent-hint = 用錯誤的網路入金，或轉入不支援的代幣
category-withdrawal = 出金一直處理中
category-withdrawal-hint = 人工審核、等待確認、失敗，或想取消
category-fiat = 銀行轉帳與法幣
category-fiat-hint = 銀行轉入沒有到帳，或金額不符
category-trade = 訂單失敗或成交異常
category-trade-hint = 請先停止交易，再告訴我們訂單編號
category-derivatives = 合約與強制平倉
category-derivatives-hint = 強平價格、資金費率、保證金
category-verification = 身分驗證未通過
category-verification-hint = 審核被拒、一直審核中，或需要提高額度
category-recovery = 無法登入、遺失雙重驗證裝置
category-recovery-hint = 不用登入也可以從這裡開始
category-security = 帳戶異常或遭盜用
category-security-hint = 陌生登入、不是您本人的操作、資金被轉走
category-api = API 與程式交易
category-api-hint = 介面報錯、限速、金鑰權限
category-phishing = 檢舉釣魚或假冒客服
category-phishing-hint = 可疑網址、郵件、電話或社群帳號
category-question = 規則、費用與使用諮詢
category-question-hint = 手續費、額度、新手入門
category-other = 其他問題
category-other-hint = 以上都不是？在這裡告訴我們

## States of a ticket, as agents and customers see them

state-open = 處理中
state-closed = 已結案
awaiting-agent = 等待客服
awaiting-customer = 等待客戶
assurance-claimed = 僅自稱
assurance-proved = 信箱已驗證
assurance-signed-in = 已登入
assurance-trusted = 由系統介面擔保

## Channels, and what each is good for

channel-form = 提交案件
channel-form-for = 需要調查或附上細節的問題
channel-email = 電子郵件
channel-email-for = 不緊急、篇幅較長的問題
channel-phone = 電話
channel-phone-for = 帳戶遭盜用等危急情況
channel-chat = 線上聊天
channel-chat-for = 緊急，或需要一步步引導
channel-social = 社群媒體
channel-social-for = 公開的簡短問題，請勿提供個人資料
channel-forum = 社群論壇
channel-forum-for = 與其他使用者交流經驗
channel-api = API

## Languages call themselves the same everywhere

language-zh-CN = 简体中文
language-zh-TW = 繁體中文
language-en = English
language-ko = 한국어
language-ja = 日本語

## Roles of those who work here

role-agent = 客服
role-lead = 主管
role-editor = 編輯
role-auditor = 稽核員
role-admin = 管理員

## Choices of fields

choice-lost-item-password = 密碼
choice-lost-item-totp = 雙重驗證（驗證器 App 或手機）
choice-lost-item-passkey = 通行密鑰
choice-lost-item-locked = 帳戶被鎖定
choice-lost-item-other = 其他
choice-funds-moved-yes = 是，有資金被轉走
choice-funds-moved-no = 沒有
choice-funds-moved-unsure = 不確定
choice-entered-anything-yes = 是，我輸入過資料或簽過名
choice-entered-anything-no = 沒有
choice-entered-anything-unsure = 不確定

## Fields: label, example, and why it is asked

field-coin = 幣種
field-coin-example = BTC
field-coin-why = 每個幣種有自己的錢包和狀態
field-network = 網路
field-network-example = Ethereum (ERC-20)
field-network-why = 同一幣種可能有多個網路，到帳時間與確認數不同
field-tx-id = 交易雜湊（TxID）
field-tx-id-example = 9f3c7a1be2d4…
field-tx-id-why = 用它可以在鏈上查到這筆轉帳
field-address = 收款地址
field-address-example = bc1q9v4…7k2m
field-address-why = 用來核對款項發到了哪裡
field-amount = 數量
field-amount-example = 0.5
field-amount-why = 請寫精確數量，不帶千分位，最多 8 位小數
field-source-address = 轉出地址
field-source-address-example = rEb8TK3g…NiNkE
field-source-address-why = 用來確認款項來自您
field-tag = 您填寫的標籤或 Memo
field-tag-example = 104857
field-tag-why = 沒有填寫就留空
field-time = 發生時間
field-time-example = 2026-11-20 13:02
field-time-why = 用來在紀錄中找到這件事；大概時間也可以
field-rail = 轉帳方式
field-rail-example = SEPA、SWIFT、金融卡
field-rail-why = 不同方式的到帳時間不同
field-bank = 銀行
field-bank-example = 玉山銀行
field-bank-why = 用來向對應的銀行查詢
field-bank-reference = 轉帳附言或交易序號
field-bank-reference-example = DT-7F2A91C0
field-bank-reference-why = 銀行憑它找到這筆款
field-value-date = 起息日
field-value-date-example = 2026-11-19
field-value-date-why = 銀行記帳的日期，見轉帳收據
field-currency = 貨幣
field-currency-example = TWD
field-currency-why = 用來查對應的法幣帳戶
field-pair = 交易對
field-pair-example = BTC/USDT
field-pair-why = 每個交易對有自己的掛單簿
field-order-type = 訂單類型
field-order-type-example = 限價、市價、停損
field-order-type-why = 不同類型的成交規則不同
field-order-id = 訂單編號
field-order-id-example = 7F2A91C0
field-order-id-why = 在「訂單紀錄」中可以找到
field-trade-id = 成交編號
field-trade-id-example = 88213407
field-trade-id-why = 如果只有某一筆成交有問題
field-entry-order = 開倉訂單編號
field-entry-order-example = 7F2A91C0
field-entry-order-why = 用來還原倉位的開始
field-exit-order = 平倉訂單編號
field-exit-order-example = 7F2A9A44
field-exit-order-why = 用來還原倉位的結束
field-price = 價格
field-price-example = 64210.5
field-price-why = 您預期的價格，或實際成交的價格
field-document-type = 證件類型
field-document-type-example = 護照、身分證、地址證明
field-document-type-why = 每種證件的要求不同。請不要在這裡提供證件
field-country = 簽發國家或地區
field-country-example = 台灣
field-country-why = 各地可接受的證件不同
field-refusal-reason = 被拒時顯示的原因
field-refusal-reason-example = 照片不清晰
field-refusal-reason-why = 知道原因，才能告訴您下一步怎麼改
field-account-hint = 幫助我們找到帳戶的資訊
field-account-hint-example = 使用者編號 UID 20417733
field-account-hint-why = 使用者編號或註冊信箱即可，絕不要寫密碼
field-lost-item = 您失去了什麼
field-lost-item-example = 從列表中選擇
field-lost-item-why = 不同情況的復原步驟不同
field-last-access = 最後一次成功登入
field-last-access-example = 11 月 18 日，用手機
field-last-access-why = 幫助區分您本人和其他人的登入
field-place = 登入地點
field-place-example = 通知中顯示「法蘭克福」
field-place-why = 與您平時的地點比較
field-device-seen = 陌生的裝置
field-device-seen-example = Windows 上的 Firefox
field-device-seen-why = 在「裝置管理」或安全郵件中可以看到
field-funds-moved = 是否有資金被轉走
field-funds-moved-example = 從列表中選擇
field-funds-moved-why = 有資金轉出的案件最先處理
field-endpoint = 介面端點
field-endpoint-example = POST /api/v1/orders
field-endpoint-why = 用來在日誌中定位
field-error-code = 錯誤碼
field-error-code-example = 50011
field-error-code-why = 錯誤碼直接說明原因
field-request-id = 請求編號
field-request-id-example = req_01JD3V…
field-request-id-why = 在回應標頭中可以找到
field-ip = 您的 IP 位址
field-ip-example = 203.0.113.7
field-ip-why = 用來檢查白名單和限速
field-key-prefix = API 金鑰的前幾碼
field-key-prefix-example = ak_live_7F2A
field-key-prefix-why = 只寫前幾碼；絕不要提供完整金鑰或 Secret
field-link = 可疑網址
field-link-example = hxxps://dengta-verify.example
field-link-why = 我們會查核並請相關方關閉；請不要再打開它
field-sender = 對方的帳號、號碼或信箱
field-sender-example = @dengta_support_vip
field-sender-why = 用來核對是否為官方，並提醒其他客戶
field-channel-seen = 在哪裡遇到的
field-channel-seen-example = Telegram、簡訊、搜尋廣告
field-channel-seen-why = 不同平台的檢舉方式不同
field-entered-anything = 您是否輸入過資料或簽過名
field-entered-anything-example = 從列表中選擇
field-entered-anything-why = 如果是，我們會先幫您保護帳戶
field-steps = 操作步驟
field-steps-example = 打開「出金」→ 輸入地址 → 點選「確認」
field-steps-why = 讓我們能重現您看到的情況
field-error-shown = 看到的錯誤訊息
field-error-shown-example = 「系統忙碌中，請稍後再試」
field-error-shown-why = 請盡量照原文抄寫
field-tried = 已經試過的方法
field-tried-example = 重新登入，換了瀏覽器
field-tried-why = 免得我們請您再做一遍
field-device = 裝置
field-device-example = iPhone 15
field-device-why = 有些問題只在某些裝置上出現
field-system = 作業系統
field-system-example = iOS 18.1
field-system-why = 系統版本會影響 App 的行為
field-app-version = App 或瀏覽器版本
field-app-version-example = App 6.42.1 / Chrome 142
field-app-version-why = 舊版本的問題可能已經修復

## Fields that every form has, named in errors too

field-subject = 主旨
field-subject-example = 0.5 BTC 入金未到帳
field-subject-why = 一句話說明問題
field-body = 問題說明
field-body-example = 兩小時前從硬體錢包轉出，已有 4 個確認，餘額沒有變化。
field-body-why = 發生了什麼、您原本期待什麼
field-name = 怎麼稱呼您
field-name-example = 王小姐
field-name-why = 我們在回覆中這樣稱呼您
field-email = 電子郵件信箱
field-email-example = you@example.com
field-email-why = 回覆和案件連結會寄到這裡；最好用註冊時的信箱
field-category = 問題類型
field-language = 語言
field-comment = 評語
field-score = 評分
field-password = 密碼
field-totp = 六位數驗證碼
field-role = 角色
field-token = 權杖
field-customer = 客戶
field-idempotency-key = Idempotency-Key
field-view = 檢視
field-agent = 客服
field-fields = 問題細節

## Times and durations. UTC stands beside every local time, for it may become evidence.

date-month-day = { $month }月{ $day }日
# year is passed as text, so that no locale groups its digits
date-full = { $year }年{ $date }
time-utc = { $date } { $time } UTC
# utc is a time of day, with its date when that differs from the local one
time-local = { $date } { $time }（{ $utc } UTC）
duration-minutes = { $count } 分鐘
duration-hours = { $count } 小時
duration-days = { $count } 天
duration-working-days = { $count } 個工作天
range-minutes = { $from }–{ $to } 分鐘
range-hours = { $from }–{ $to } 小時
range-days = { $from }–{ $to } 天
range-working-days = { $from }–{ $to } 個工作天
