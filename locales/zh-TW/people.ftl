### 即時推送與客戶：出了什麼問題、保留了什麼、接下來怎麼辦。

error-upgrade-required-title = 這個位址是 WebSocket
error-upgrade-required = 這裡只透過 WebSocket 推送消息，不回應其他請求。請使用 WebSocket（版本 13）連線。
error-too-many-sockets-title = 開啟的視窗太多
error-too-many-sockets = 您已有 { $max } 個即時連線，所以沒有再建立新的連線。內容都沒有遺失，請關閉不再需要的視窗。
error-too-many-notes-title = 備註已經很多了
error-too-many-notes = 一位客戶最多有 { $max } 則備註，所以這一則沒有儲存。請先刪除過時的備註再試。
