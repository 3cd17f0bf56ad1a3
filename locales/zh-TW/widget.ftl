### The chat: the bubble on other sites (widget-bubble-…, built into the loader), and the panel.
### No plural selectors here: the panel gets each message as a template and puts the values in itself.

## The bubble

widget-bubble-open = 開啟客服對話
widget-bubble-close = 收起客服對話
widget-bubble-unread = 開啟客服對話，未讀訊息：{ $count }
widget-bubble-frame = 官方客服對話

## The head of the panel

widget-title = { $brand } 客服
widget-title-unread = ({ $count }) { $title }
widget-official = 這真的是你們嗎？
widget-official-desk = 官方客服
widget-with-assistant = 智慧助理在回答
widget-with-agent = { $name }，客服編號 { $number }
widget-with-queue = 正在排隊，等客服接手
widget-with-ticket = 已轉為案件
widget-with-closed = 對話已結束
widget-minimise = 收起
widget-menu = 選項
widget-language = 語言
widget-sound = 新訊息提示音
widget-transcript-download = 下載對話紀錄
widget-transcript-mail = 把對話紀錄寄到我的信箱
widget-transcript-mailed = 對話紀錄已寄往您的信箱。
widget-case = 開啟案件 { $reference }
widget-end = 結束對話
widget-end-sure = 要結束這次對話嗎？
widget-end-why = 對話內容會保留，您隨時可以再寫給我們。
widget-cancel = 取消
widget-close = 關閉
widget-tab = 在新分頁開啟

## Before a conversation

widget-welcome = 您好，遇到什麼問題？
widget-welcome-lead = 寫下發生了什麼就好。智慧助理會馬上回答，您也可以隨時轉真人客服。
widget-never-ask = 我們絕不會索取密碼、驗證碼、私鑰或助記詞，也不會要求遠端控制您的裝置。
widget-incidents = 目前公告
widget-topics = 常見問題
widget-fits = 這些也許能直接解決
widget-fits-count = 可能有幫助的文章：{ $count }
widget-fits-hide = 隱藏建議
widget-form = 改用表單提交

## The conversation

widget-conversation = 對話
widget-loading = 正在載入對話
widget-older = 正在載入更早的訊息
widget-today = 今天
widget-yesterday = 昨天
widget-new = 新訊息
widget-jump = 跳到最新訊息
widget-jump-new = 新訊息：{ $count }
widget-you = 您
widget-desk = 客服系統
widget-assistant = 智慧助理
widget-assistant-label = 自動回答
widget-sent = 已送達
widget-read = 已讀
widget-sending = 正在傳送
widget-waiting = 等待網路連線，恢復後會自動送出
widget-not-sent = 沒有送出
widget-again = 點此重試
widget-take-back = 取回修改
widget-check = 查證這則訊息
widget-code = 本則訊息的代碼：{ $code }
widget-code-why = 在官方查證頁輸入它，就能確認這則訊息是我們發的。
widget-code-go = 開啟官方查證頁
widget-sources = 依據
widget-taken = 我們移除了其中的機密
widget-typing = { $name } 正在輸入…
widget-writing = 智慧助理正在回答…
widget-image = 檢視大圖：{ $name }
widget-download = 下載 { $name }（{ $size }）
widget-file-gone = 這個檔案暫時打不開，請稍後再試。

## Waiting for a person

widget-person = 轉真人客服
widget-place-next = 下一位就是您
widget-place = 您排在第 { $place } 位
widget-wait = 預計等待 { $range }
widget-wait-soon = 預計不到一分鐘
widget-wait-unknown = 等待時間還無法估計
widget-wait-why = 關閉視窗也不會失去排隊位置。
widget-closed-now = 現在沒有客服在線，您寫下的內容會保留。
widget-opens-at = { $time } 恢復服務。
widget-meanwhile = 等待時也許有用
widget-leave = 留下信箱，不必等待
widget-leave-why = 我們的答覆會寄到這個信箱，您可以放心離開。
widget-email = 電子郵件地址
widget-email-wrong = 請填寫完整的電子郵件地址，例如 name@example.com。
widget-name = 怎麼稱呼您（選填）
widget-leave-send = 儲存
widget-left = 答覆會同時寄往 { $contact }。
widget-ticket = 客服會繼續處理，答覆會出現在這裡和案件裡。

## Writing

widget-write = 寫訊息…
widget-message = 您的訊息
widget-send = 傳送
widget-attach = 加入檔案
widget-camera = 拍照
widget-drop = 放開即可加入檔案
widget-count = { $length } / { $max }
widget-too-long = 訊息太長，請分成幾則傳送。
widget-file-remove = 移除 { $name }
widget-file-large = 「{ $name }」超過 { $max } MB，請壓縮或分開傳送。
widget-files-many = 一則訊息最多帶 { $max } 個檔案。
widget-file-failed = 這個檔案沒有傳上來，請移除後重新選擇。
widget-file-waiting = 網路已中斷，恢復後會自動繼續。
widget-files-busy = 檔案傳完後，訊息會自動送出。

## The line

widget-offline = 網路已中斷，正在重新連線。您寫的內容都會保留。
widget-online = 已重新連線。
widget-failed = 沒有成功，請稍後再試。什麼都沒有遺失。

## The end

widget-ended = 對話已結束
widget-ended-why = 還有問題？直接寫下來，我們會重新開始。
widget-start = 開始新的對話
widget-rate = 這次的協助如何？
widget-rate-1 = 1 分，很差
widget-rate-2 = 2 分，不好
widget-rate-3 = 3 分，普通
widget-rate-4 = 4 分，不錯
widget-rate-5 = 5 分，很好
widget-rate-comment = 想說點什麼嗎？（選填）
widget-rate-send = 送出評價
widget-rated = 您評了 { $score } 分（滿分 5 分）。謝謝，我們會認真看。

## A secret, before it is sent

widget-guard-title = 請不要送出這些內容
widget-guard-certain = 您輸入的內容裡，似乎有任何人都不該知道的資訊，包括我們。客服絕不會向您索取。
widget-guard-may = 這可能是私鑰。交易雜湊看起來和它一樣；如果是交易雜湊，直接送出即可。
widget-guard-remove = 移除
widget-guard-anyway = 再按一次送出按鈕，就會照原樣送出。我們辨識出的機密仍會在儲存之前移除。
widget-guard-done = 已移除。
widget-guard-mark = ⟦已移除：{ $kind }⟧
widget-secret-seed-phrase = 助記詞
widget-secret-private-key = 私鑰
widget-secret-api-secret = API 金鑰
widget-secret-access-token = 存取權杖
widget-secret-totp-secret = 兩步驟驗證金鑰
widget-secret-recovery-code = 復原碼
widget-secret-card-number = 卡號
widget-secret-cvv = 卡片安全碼
widget-secret-otp-code = 一次性驗證碼
widget-secret-password = 密碼
