### The customers' pages.

## Around every page

site-name = { $brand } 支援中心
site-skip = 跳到主要內容
site-cases = 我的案件
site-language = 切換語言
site-sign-out = 登出
site-signed-in = 已登入為 { $who }
site-never-ask = 我們絕不會索取密碼、驗證碼、私鑰或助記詞，也不會要求遠端控制您的裝置。
site-report = 有人向您索取？請檢舉
site-home = 回到首頁

## Front page

front-title = 遇到什麼問題？
front-lead = 說說發生了什麼。您會得到一個編號，隨時看得到誰在處理、何時答覆。
front-ask = 提交案件
front-cases = 查看我的案件
front-common = 最常見的問題
front-all = 全部問題類型
front-ways = 聯絡我們
ways-channel = 管道
ways-for = 適合
ways-open = 服務時間
ways-answer = 答覆時間
ways-terms = 語言與費用
ways-always = 全天開放
ways-open-now = 現在開放
ways-closed-now = 現在休息
# zone is a name such as Asia/Singapore or UTC
ways-hours = { $from }–{ $to }（{ $zone }）
ways-local-call = 按當地通話收費
ways-usual = 通常 { $range }
ways-guests = 無須登入
ways-sign-in = 需要登入
ways-free = 免費

## Choosing a category

ask-title = 您遇到的是哪一類問題？
ask-lead = 選最接近的一項，我們只問與它有關的內容。選錯也沒關係，客服會調整。
ask-group-money = 入金與出金
ask-group-trading = 交易
ask-group-account = 帳戶與安全
ask-group-general = 其他

## The form

form-back = 更換問題類型
form-never-title = 請不要填寫任何秘密
form-never = 密碼、驗證碼、私鑰、助記詞和 API Secret 我們從不需要，客服也絕不會問。
form-details = 這類問題需要的資訊
form-problem = 發生了什麼
form-contact = 怎麼聯絡您
form-more = 更多細節
form-more-why = 都可不填；填了通常能少一次來回
form-optional = 選填
form-example = 例如：{ $example }
form-choose = 請選擇
form-signed-in = 您已登入為 { $who }，回覆會出現在「我的案件」裡。
form-submit = 送出
form-promise = 通常在 { $range }內答覆
form-errors = 還有 { $count } 處需要修改
form-errors-kept = 還沒有送出。您填寫的內容都在，請修改下面的內容：
form-draft = 草稿儲存在這台裝置上
existing-title = 您已經有一個這樣的案件
existing-lead = 補充到原來的案件，不會失去排隊位置，客服也能看到前因後果。您剛才寫的都還在。
existing-join = 補充到這個案件
existing-new = 這是另一個問題，另行提交

## Receipt

receipt-title = 我們收到了
receipt-joined-title = 已補充到您的案件
receipt-reference = 案件編號
receipt-check = 末位「{ $check }」是檢查碼，抄錯時我們能發現。
receipt-next = 接下來
receipt-link = 請打開我們寄到 { $email } 的郵件，點選其中的連結。
receipt-link-why = 這證明信箱是您的。在此之前，回覆會為您留著，但不會寄出。沒收到？請看看垃圾郵件，或在「我的案件」裡再索取一次。
receipt-answer = 客服會閱讀並回覆，通常在 { $range }內。
receipt-once = 不用重複送出。想補充或催辦，在案件裡進行即可，排隊位置不變。
receipt-open = 打開案件
receipt-proof = 您的收據
receipt-proof-why = 這串指紋固定了您剛才送出的內容：日後若有人更動，都能查出來。
receipt-entry = 第 { $number } 筆紀錄
receipt-hash = 指紋（SHA-256）

## The link in a mail

link-title = 打開您的案件
link-lead = 請按一下按鈕，確認這封郵件是您本人開啟的。之後就能在這台裝置上查看和回覆。
link-button = 是我，打開
link-not-you = 沒有聯絡過我們？關閉這一頁就好，什麼都不會改變。

## My cases

cases-lead = { $who } 的案件，最近有變化的在前。
cases-empty-title = 這裡還沒有案件
cases-empty = 遇到問題時告訴我們，之後就能在這裡看到進展。
cases-ask = 提交新案件
cases-updated = 更新於 { $time }
cases-mail-title = 用信箱查看案件
cases-mail-lead = 填寫提交案件時的信箱，我們會寄去一個連結，只能用一次。
cases-mail-button = 寄給我連結
cases-mail-sent-title = 請查看信箱
cases-mail-sent = 如果 { $email } 有案件，幾分鐘內就會收到連結。沒收到？請檢查拼寫和垃圾郵件。為了保護您的隱私，無論有沒有案件，這裡的回答都一樣。
cases-exchange = 也可以在交易所網站或 App 登入後點「聯絡客服」，不用等郵件。

## A case

case-state-agent = 處理中
case-state-customer = 等您回覆
case-state-closed = 已結案
case-status = 進度
case-who = 誰在處理
case-agent = { $name }，客服編號 { $number }
case-nobody = 正在排隊，等下一位客服接手
case-next = 接下來
case-next-agent = 客服會回覆您。
case-next-agent-by = 客服會在 { $time } 前回覆您。
case-next-late = 我們答應在 { $time } 前回覆，沒有做到，很抱歉。您一催辦，主管就會收到提醒。
case-next-late-chased = 我們答應在 { $time } 前回覆，沒有做到，很抱歉。主管已經收到提醒。
case-next-customer = 您回覆之後，我們繼續處理。
case-next-closed = 已於 { $time } 結案。沒有解決的話，可以重新開啟。
case-asked = 需要您做的
case-asked-nothing = 目前不需要您做什麼。
case-asked-reply = 請回覆客服的最後一則訊息。
case-asked-missing = 如果知道，請在回覆裡補充：{ $fields }。
case-conversation = 對話
case-you = 您
case-official = 官方回覆
case-system = 自動訊息
case-event-assigned = { $name }（編號 { $number }）接手了
case-event-unassigned = 回到了隊列，等待下一位客服
case-event-closed = 客服將案件結案
case-event-closed-own = 您將案件結案
case-event-reopened = 客服重新開啟了案件
case-event-reopened-own = 您重新開啟了案件
case-event-chased = 您催辦了一次
case-event-rated = 您評了 { $score } 分
case-event-proved = 您的信箱已驗證
case-event-merged = 此案件已併入 { $reference }，後續請看那裡
case-event-absorbed = 案件 { $reference } 已併入此案件
case-event-unmerged = 案件 { $reference } 已重新獨立
case-event-split = 您的一則訊息已另立案件 { $reference }
case-reply = 您的回覆
case-reply-send = 傳送
case-chase = 催辦
case-chase-why = 不影響排隊位置；若我們已逾時，主管會立即收到提醒。
case-chase-from = 如果還沒有答覆，{ $time } 之後可以催辦。
case-chased = 已催辦 { $count } 次
case-close = 已經解決，結案
case-close-why = 之後隨時可以重新開啟。
case-reopen = 沒有解決，重新開啟
case-reopen-why = 想繼續留言，請先重新開啟；之前的對話都在。
case-actions = 可以做的事
case-facts = 您提供的資訊
case-opened = 送出時間
case-record = 紀錄
case-record-why = 共 { $count } 筆紀錄，每一筆都鎖住前一筆，誰都無法悄悄更動。
case-head = 最新指紋

## Rating

rating-title = 這次的協助如何？
rating-1 = 1 分，很差
rating-2 = 2 分，不好
rating-3 = 3 分，普通
rating-4 = 4 分，不錯
rating-5 = 5 分，很好
rating-comment = 想說點什麼嗎？
rating-send = 送出評價
rating-given = 您評了 { $score } 分（滿分 5 分）。謝謝，我們會認真看。

## Notices after something was done

notice-replied = 已傳送，並寫入紀錄。客服會看到。
notice-closed = 案件已結案。沒有解決的話，隨時可以重新開啟。
notice-reopened = 案件已重新開啟，回到了客服那裡。
notice-chased = 催辦已記下，排隊位置不變。
notice-chased-late = 催辦已記下，主管也收到了提醒。
notice-rated = 評價已收到，謝謝。
notice-proved = 信箱已驗證。之後的回覆會寄到這裡。
notice-merged = 此案件在這裡繼續：您的兩個案件已合併。
notice-joined = 已補充到這個案件，排隊位置不變。
notice-signed-out-title = 已登出
notice-signed-out = 這台裝置上不再能看到您的案件。需要時再用信箱或交易所帳戶開啟。

## The demo's mailbox

demo-mail-title = 示範信箱
demo-mail-lead = 示範環境不會真的寄信，寄出的郵件都在這裡。
demo-mail-empty = 還沒有郵件。提交一個案件，收據就會出現在這裡。
demo-mail-to = 收件者
demo-mail-from = 寄件者
demo-mail-back = 全部郵件
demo-mail-text = 純文字版本
