### The live chat: names, what happened, the transcript.

chat-stranger = 訪客 { $number }
chat-event-joined = { $name }（客服編號 { $number }）已加入對話
chat-event-queued = 已為您排隊等候真人客服
chat-event-handed-over = 對話已轉給另一位客服
chat-event-agent-gone = 客服已離線，您仍保留原來的位置
chat-event-ended = 對話已結束
chat-event-ended-own = 您結束了對話
chat-event-ended-nobody = 目前沒有客服在線。您的對話已保留為工單，我們會在這裡回覆您
chat-taken-undecided = 其中一段內容可能是私鑰，已為您封存，客服看不到。請在工單頁面決定如何處理。
chat-transcript-title = { $brand } 對話紀錄 · { $reference }
chat-transcript-record = 紀錄校驗：第 { $number } 則，雜湊 { $hash }
chat-transcript-you = 您
chat-transcript-assistant = 助手

chat-offer-form = 填寫「{ $category }」表單
chat-offer-person = 轉接真人客服
chat-offer-resolved = 問題已解決

## The demo's page of a pretend exchange

demo-shop-title = 示範交易所
demo-shop-lead = 這不是真實的交易所：它示範聊天視窗在交易所頁面上的樣子。
demo-shop-balance = 資產
demo-shop-pending = 一筆入金正在確認：0.5 BTC
demo-shop-markets = 行情
demo-shop-pair = 交易對
demo-shop-price = 價格
demo-shop-day = 24 小時
demo-shop-engineers = 給工程師
demo-shop-open = 開啟聊天
demo-shop-sign-in = 登入
demo-shop-signed-in = 已登入：Lin Wei
demo-shop-languages = 語言
