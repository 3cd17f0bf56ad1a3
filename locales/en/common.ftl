### Words shared by server and browser: categories, states, roles, channels, languages, fields, times.

## Ticket categories: name, and one line that tells a customer whether it is theirs

category-deposit = Deposit has not arrived
category-deposit-hint = You sent it, but your balance has not changed
category-tag = Wrong or missing tag or memo
category-tag-hint = For deposits that need one: XRP, XLM, TON, ATOM
category-missent = Sent to the wrong network or address
category-missent-hint = Wrong network, or a token that we do not support
category-withdrawal = Withdrawal is stuck
category-withdrawal-hint = Under review, pending, failed, or you want to cancel
category-fiat = Bank transfers and cash
category-fiat-hint = A bank transfer has not arrived, or the amount is wrong
category-trade = A trade failed or looks wrong
category-trade-hint = Stop trading first, then tell us the order id
category-derivatives = Derivatives and liquidation
category-derivatives-hint = Liquidation price, funding rate, margin
category-verification = Identity check did not pass
category-verification-hint = Refused, still under review, or you need a higher limit
category-recovery = Locked out, or lost your 2FA device
category-recovery-hint = You can start here without signing in
category-security = Strange activity on your account
category-security-hint = A sign-in that was not you, or funds that moved
category-api = API and automated trading
category-api-hint = Errors, rate limits, key permissions
category-phishing = Report phishing or a fake agent
category-phishing-hint = A suspicious site, mail, call or social account
category-question = Rules, fees and how things work
category-question-hint = Fees, limits, getting started
category-other = Something else
category-other-hint = None of the above? Tell us here

## States of a ticket, as agents and customers see them

state-open = Open
state-closed = Closed
awaiting-agent = Waiting for an agent
awaiting-customer = Waiting for the customer
assurance-claimed = Claimed only
assurance-proved = E-mail proved
assurance-signed-in = Signed in
assurance-trusted = Vouched for by API

## Channels, and what each is good for

channel-form = Support form
channel-form-for = Anything that needs details or an investigation
channel-email = E-mail
channel-email-for = Things that are not urgent, or take long to explain
channel-phone = Phone
channel-phone-for = Emergencies such as a stolen account
channel-chat = Live chat
channel-chat-for = Urgent, or you want to be guided step by step
channel-social = Social media
channel-social-for = Short public questions, without personal details
channel-forum = Community forum
channel-forum-for = Experience shared by other customers
channel-api = API

## Languages call themselves the same everywhere

language-zh-CN = 简体中文
language-zh-TW = 繁體中文
language-en = English
language-ko = 한국어
language-ja = 日本語

## Roles of those who work here

role-agent = Agent
role-lead = Lead
role-editor = Editor
role-auditor = Auditor
role-admin = Administrator

## Choices of fields

choice-lost-item-password = Password
choice-lost-item-totp = Two-factor device or authenticator app
choice-lost-item-passkey = Passkey
choice-lost-item-locked = The account is locked
choice-lost-item-other = Something else
choice-funds-moved-yes = Yes, funds were moved
choice-funds-moved-no = No
choice-funds-moved-unsure = I am not sure
choice-entered-anything-yes = Yes, I typed or signed something
choice-entered-anything-no = No
choice-entered-anything-unsure = I am not sure

## Fields: label, example, and why it is asked

field-coin = Coin
field-coin-example = BTC
field-coin-why = Each coin has its own wallet and status
field-network = Network
field-network-example = Ethereum (ERC-20)
field-network-why = One coin can travel on several networks, each with its own confirmations
field-tx-id = Transaction id (TxID)
field-tx-id-example = 9f3c7a1be2d4…
field-tx-id-why = It lets us find the transfer on the chain
field-address = Receiving address
field-address-example = bc1q9v4…7k2m
field-address-why = To check where the funds were sent
field-amount = Amount
field-amount-example = 0.5
field-amount-why = The exact figure, without thousands separators, up to 8 decimals
field-source-address = Sending address
field-source-address-example = rEb8TK3g…NiNkE
field-source-address-why = To confirm that the funds came from you
field-tag = Tag or memo that you used
field-tag-example = 104857
field-tag-why = Leave it empty if there was none
field-time = When it happened
field-time-example = 2026-11-20 13:02
field-time-why = To find it in our records; roughly is fine
field-rail = Payment method
field-rail-example = SEPA, SWIFT, card
field-rail-why = Each method takes its own time
field-bank = Bank
field-bank-example = Deutsche Bank
field-bank-why = So that we ask the right bank
field-bank-reference = Transfer reference
field-bank-reference-example = DT-7F2A91C0
field-bank-reference-why = The bank finds the payment by it
field-value-date = Value date
field-value-date-example = 2026-11-19
field-value-date-why = The date on which the bank booked it, as on the receipt
field-currency = Currency
field-currency-example = EUR
field-currency-why = To look in the right cash account
field-pair = Trading pair
field-pair-example = BTC/USDT
field-pair-why = Each pair has its own order book
field-order-type = Order type
field-order-type-example = Limit, market, stop
field-order-type-why = Each type is filled by its own rules
field-order-id = Order id
field-order-id-example = 7F2A91C0
field-order-id-why = You find it in your order history
field-trade-id = Trade id
field-trade-id-example = 88213407
field-trade-id-why = If only one fill looks wrong
field-entry-order = Entry order
field-entry-order-example = 7F2A91C0
field-entry-order-why = It shows where the position began
field-exit-order = Exit order
field-exit-order-example = 7F2A9A44
field-exit-order-why = It shows where the position ended
field-price = Price
field-price-example = 64210.5
field-price-why = The price you expected, or the one you got
field-document-type = Kind of document
field-document-type-example = Passport, ID card, proof of address
field-document-type-why = Each kind has its own rules. Please do not send the document here
field-country = Issuing country or region
field-country-example = Singapore
field-country-why = Accepted documents differ by place
field-refusal-reason = Reason that was shown
field-refusal-reason-example = The photo is not sharp
field-refusal-reason-why = With it we can tell you what to change
field-account-hint = Something that helps us find the account
field-account-hint-example = User id (UID) 20417733
field-account-hint-why = A user id or the registered address; never a password
field-lost-item = What you have lost
field-lost-item-example = Choose from the list
field-lost-item-why = Each case is recovered in its own way
field-last-access = Last successful sign-in
field-last-access-example = 18 November, on my phone
field-last-access-why = It helps to tell your sign-ins from others
field-place = Place of the sign-in
field-place-example = The alert said Frankfurt
field-place-why = To compare with where you usually are
field-device-seen = Device you do not know
field-device-seen-example = Firefox on Windows
field-device-seen-why = Shown in your device list or the security mail
field-funds-moved = Did funds move?
field-funds-moved-example = Choose from the list
field-funds-moved-why = Cases with moving funds come first
field-endpoint = Endpoint
field-endpoint-example = POST /api/v1/orders
field-endpoint-why = To find the call in our logs
field-error-code = Error code
field-error-code-example = 50011
field-error-code-why = It names the cause
field-request-id = Request id
field-request-id-example = req_01JD3V…
field-request-id-why = It stands in the response headers
field-ip = Your IP address
field-ip-example = 203.0.113.7
field-ip-why = To check allow-lists and rate limits
field-key-prefix = First characters of the API key
field-key-prefix-example = ak_live_7F2A
field-key-prefix-why = Only the beginning; never the whole key, never the secret
field-link = Suspicious link
field-link-example = hxxps://dengta-verify.example
field-link-why = We check it and have it taken down; please do not open it again
field-sender = Who contacted you
field-sender-example = @dengta_support_vip
field-sender-why = To check whether it is ours, and to warn others
field-channel-seen = Where you met it
field-channel-seen-example = Telegram, text message, search ad
field-channel-seen-why = Each platform has its own way to report
field-entered-anything = Did you type or sign anything there?
field-entered-anything-example = Choose from the list
field-entered-anything-why = If so, we help to protect your account first
field-steps = Steps you took
field-steps-example = Opened Withdraw, typed the address, pressed Confirm
field-steps-why = So that we can see what you saw
field-error-shown = Error that was shown
field-error-shown-example = “Service busy, try again later”
field-error-shown-why = Word for word, if you can
field-tried = What you have tried
field-tried-example = Signed in again, used another browser
field-tried-why = So that we do not ask you to do it again
field-device = Device
field-device-example = iPhone 15
field-device-why = Some problems occur on certain devices only
field-system = Operating system
field-system-example = iOS 18.1
field-system-why = Its version changes how the app behaves
field-app-version = App or browser version
field-app-version-example = App 6.42.1 or Chrome 142
field-app-version-why = A newer version may have fixed it

## Fields that every form has, named in errors too

field-subject = Subject
field-subject-example = 0.5 BTC deposit has not arrived
field-subject-why = Your problem in one sentence
field-body = Description
field-body-example = Sent from my hardware wallet two hours ago, 4 confirmations, the balance is the same.
field-body-why = What happened, and what you expected
field-name = Your name
field-name-example = Alex Morgan
field-name-why = How we address you in answers
field-email = E-mail address
field-email-example = you@example.com
field-email-why = Answers and the link to your case go here; best the one you signed up with
field-category = Category
field-language = Language
field-comment = Comment
field-score = Rating
field-password = Password
field-totp = Six-digit code
field-role = Role
field-token = Token
field-customer = Customer
field-idempotency-key = Idempotency-Key
field-view = View
field-agent = Agent
field-fields = Details

## Times and durations. UTC stands beside every local time, for it may become evidence.

date-month-day =
    { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
# year is passed as text, so that no locale groups its digits
date-full = { $date } { $year }
time-utc = { $date }, { $time } UTC
# utc is a time of day, with its date when that differs from the local one
time-local = { $date }, { $time } ({ $utc } UTC)
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
range-minutes = { $from }–{ $to } minutes
range-hours = { $from }–{ $to } hours
range-days = { $from }–{ $to } days
range-working-days = { $from }–{ $to } working days
