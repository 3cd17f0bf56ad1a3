### The agents' workspace. Shared words (categories, states, fields, roles) are in common.ftl.

## Frame

brand = 燈塔
navigation = 檢視與頁面
menu = 開啟選單
administration = 管理
me = { $name } · { $number }
account = 我的帳戶
agents = 客服人員
tokens = API 權杖
language = 語言
loading = 載入中
dismiss = 關閉視窗
cancel = 取消
done = 完成
back = 返回列表
more = 顯示更多
try-again = 重試
copy = 複製：{ $what }
copied = 已複製

## When the server does not answer, or refuses without a sentence of its own

offline = 連線已中斷。草稿已保留，正在重新連線。
problem-unreachable = 伺服器沒有回應。您輸入的內容已保留，請重試。
problem-unknown = 伺服器拒絕了此操作（{ $status }）。您輸入的內容已保留。

## Sign-in and invitation

sign-in = 登入
sign-out = 登出
totp-hint = 來自您的驗證器應用程式
retry-at = { $time } 之後可以再試。
invitation = 歡迎加入客服台
invitation-for = 此邀請發給 { $email }，角色為{ $role }。
invitation-accept = 接受並登入
name = 姓名
name-hint = 客戶會在您的回覆下看到
password-empty = 至少 { $min } 個字元。幾個互不相關的詞就很好。
password-short = 已輸入 { $length } 個字元，至少需要 { $min } 個
password-fair = 長度足夠，越長越好
password-good = 良好
password-strong = 很強
totp-enrol = 雙重驗證
totp-enrol-how = 用驗證器應用程式掃描 QR 碼，或手動輸入金鑰，然後填寫應用程式顯示的驗證碼。
totp-code-image = QR 碼，內容與下方金鑰相同
totp-secret = 金鑰

## Views

view-mine = 我的
view-unassigned = 待分配
view-open = 處理中
view-waiting = 等待客戶
view-closed = 已結案
view-mine-empty = 沒有分配給您的案件。
view-unassigned-empty = 每件案件都有人負責。
view-open-empty = 沒有待處理的案件，所有客戶都已得到答覆。
view-waiting-empty = 沒有等待客戶回覆的案件。
view-closed-empty = 還沒有已結案的案件。
no-such-ticket = 沒有這件案件，或您無權檢視。
choose-ticket = 請從列表中選擇一件案件。
choose-ticket-keys = 下一件、上一件

## Short names of the categories, for pills

category-deposit-short = 入金
category-tag-short = 標籤
category-missent-short = 轉錯
category-withdrawal-short = 出金
category-fiat-short = 法幣
category-trade-short = 交易
category-derivatives-short = 合約
category-verification-short = 認證
category-recovery-short = 找回
category-security-short = 安全
category-api-short = API
category-phishing-short = 釣魚
category-question-short = 諮詢
category-other-short = 其他

## A ticket and what can be done with it

turn-agent = 待我方回覆
turn-customer = 待客戶回覆
due = { $time }內答覆
overdue = 逾時 { $time }
who = { $name } · { $number }
unassigned = 未分配
reference = 案件編號
chased = 催促 { $count } 次
assign-me = 分配給我
hand-back = 退回待分配
close = 結案
reopen = 重新開啟
customer = 客戶
timeline = 對話
new-message = { $name } 傳來新訊息
new-below = { $count } 則新訊息
erased = 已依規定刪除內容，紀錄仍可驗證。
entry-proof = 第 { $number } 筆紀錄 · { $hash }

## Composer

composer = 回覆方式
reply = 回覆
note = 備註
reply-body = 回覆客戶
note-body = 僅客服可見的備註
reply-placeholder = 回覆 { $name }…
note-placeholder = 僅客服可見…
send = 傳送
add-note = 新增備註
sending = 傳送中…
draft-kept = 草稿已保留
draft-not-kept = 瀏覽器儲存空間不足，草稿未保留：離開前請先複製
stays-closed = 已結案：回覆不會重新開啟
will-be-held = 客戶驗證信箱之前，回覆會暫存
moved = 有 { $count } 則新訊息，請先閱讀。
read-them = 查看

## What became of the mail with our answer

delivery-held = 暫存，待客戶驗證信箱
delivery-queued = 等待傳送
delivery-sent = 已傳送
delivery-failed = 投遞失敗
delivery-case-page = 僅顯示於案件頁面：客戶沒有信箱
delivery-no-mail-server = 待傳送：尚未設定郵件伺服器

## Events on the timeline

event-taken = { $actor } 接手了此案件
event-assigned = { $actor } 將此案件分配給 { $agent }
event-unassigned = { $actor } 將此案件退回待分配
event-closed = { $actor } 已結案
event-reopened = { $actor } 重新開啟了此案件
event-chased = { $actor } 催問進度
event-rated = { $actor } 評分：{ $score }/5
event-proved = { $actor } 驗證了信箱地址
event-delivery-failed = 郵件投遞失敗
actor-customer = 客戶
actor-agent = 客服
actor-token = API 權杖
actor-system = 系統

## Beside the conversation

email-short = 信箱
unproved = 未驗證
no-email = 無
channel = 管道
missing = 尚未提供
rating = 評分
rating-score = { $score } / 5
record = 紀錄
record-entries = 共 { $count } 筆
head-hash = 最後一筆紀錄的雜湊值

## Keys

keys = 快速鍵
key-next = 清單中的下一項
key-previous = 清單中的上一項
key-reply = 回覆
key-note = 備註
key-assign-me = 分配給我
key-close = 結案
key-reopen = 重新開啟
key-inbox = 處理中的案件
key-help = 本快速鍵列表
key-send = 傳送編輯框中的內容
key-leave = 離開編輯框
keys-where = 單一字母僅在輸入框之外有效，輸入法組字時不會觸發。

## My account

agent-number = 客服 { $number }
sessions = 已登入的裝置
sessions-why = 如有不認識的裝置，請將其登出並告知管理員。
sessions-none = 沒有登入中的裝置。
session-current = 本裝置
session-times = 登入於 { $created } · 最近活動 { $seen }
device-unknown = 未知裝置
revoke = 結束

## Agents

agents-none = 還沒有人。
refused-requests = 因索取機密資訊而被攔截
refused-requests-why = 最近 90 天內向客戶索取密碼、驗證碼等資訊的訊息。這些訊息都沒有送出，內容也未儲存。
refused-requests-none = 沒有被攔截的訊息。
refused-requests-count = { $count } 次
agent-active = 在職
agent-invited = 已邀請
agent-off = 已離職
invite = 邀請
invite-title = 邀請同事
invite-sent = 邀請已寄往 { $email }。
reset = 重新邀請
reset-title = 重新邀請 { $name }？
reset-consequence = 用於裝置遺失：其登入、密碼與雙重驗證立即失效。系統會通知本人，並寄送新的邀請郵件供其重新設定。
off-board = 辦理離職
off-board-title = 為 { $name } 辦理離職？
off-board-consequence = 其登入與權杖立即失效，名下案件退回待分配。

## API tokens

tokens-why = 權杖讓程式以其角色的權限工作。權杖不會自動過期，請結束不再使用的權杖。
tokens-none = 還沒有權杖。
token = 權杖
token-create = 建立權杖
token-name = 用途
token-name-hint = 持有它的程式或團隊
token-once = 請立即複製，它只顯示這一次。
token-times = 建立於 { $created } · 最近使用 { $used }
token-unused = 建立於 { $created } · 從未使用
token-revoke-title = 結束權杖「{ $name }」？
token-revoke-consequence = 使用它的程式將立即被拒絕。

## What each role does

not-for-you = 此處無需處理
not-for-you-role = 您目前的角色是{ $role }，不能開啟此頁面。
role-agent-does = 答覆客戶：檢視案件、回覆、備註、分配與結案。
role-lead-does = 具有客服的權限，並負責團隊。
role-editor-does = 負責說明中心的內容，不能查看客戶案件。
role-auditor-does = 查看案件及其紀錄，不能變更。
role-admin-does = 擁有全部權限，並管理客服人員與權杖。
