# Secrets in what customers write: taken out, and what to do now.

# Stands in a text where a secret stood.
secret-removed = 【已移除：{ $kind }】

secret-kind-seed-phrase = 助記詞
secret-kind-private-key = 私鑰
secret-kind-api-secret = API 金鑰
secret-kind-access-token = 存取權杖
secret-kind-totp-secret = 兩步驟驗證金鑰
secret-kind-recovery-code = 復原碼
secret-kind-card-number = 卡號
secret-kind-cvv = 卡片安全碼
secret-kind-otp-code = 一次性驗證碼
secret-kind-password = 密碼

secret-do-seed-phrase = 看到這組助記詞的人可以轉走錢包裡的一切。請立即把資產轉到新錢包，舊錢包不要再用。
secret-do-private-key = 看到這把私鑰的人可以轉走其中的資產。請立即轉到新地址，舊私鑰不要再用。
secret-do-api-secret = 請立即刪除這個 API 金鑰並建立新的，同時檢查它的交易與出金紀錄。
secret-do-access-token = 請立即登出所有裝置，工作階段就會失效；並在產生權杖的地方把它刪除。
secret-do-totp-secret = 請重新綁定驗證器：有了舊金鑰，任何人都能算出您的驗證碼。
secret-do-recovery-code = 請立即產生新的復原碼，舊的隨即失效。
secret-do-card-number = 我們從不需要完整卡號。如果可能被他人看到，請聯絡銀行停用該卡。
secret-do-cvv = 我們從不需要安全碼。如果他人可能連同卡號一起看到，請聯絡銀行停用該卡。
secret-do-otp-code = 驗證碼不要告訴任何人，包括我們。如果有人向您索取，請立即變更密碼。
secret-do-password = 請立即在所有用到它的地方變更這個密碼。我們的任何人都不需要它。

secret-title = 我們從您的訊息中移除了一些內容
secret-lead = 它沒有被儲存，這裡沒有人看得到。請現在這樣做：
secret-article = 如何保護您的帳戶
secret-may-title = 這是機密嗎？
secret-may-lead = 您的訊息裡有一段內容可能是私鑰。它已被封存，這裡沒有人看得到。交易雜湊看起來和它一樣；如果是交易雜湊，請送出。若不決定，它將在 { $time } 銷毀。
secret-may-receipt = 您的訊息裡有一段內容可能是私鑰。它已被封存，這裡沒有人看得到。請打開您的案件決定：送出，還是銷毀。
secret-destroy = 銷毀
secret-send = 不是機密，送出

case-event-redacted = 從先前的一則訊息中移除了機密的一部分
case-event-secret-destroyed = 可能是機密的內容已銷毀
case-event-secret-expired = 可能是機密的內容無人決定，已銷毀
case-event-secret-sent = 您確認這不是機密：{ $text }
notice-secret = 已完成，您的決定已儲存。

error-secret-decided-title = 已經決定過
error-secret-decided = 封存的內容先前已送出或銷毀，沒有任何變動。

secret-and = {"、"}
mail-secrets = 我們從您的訊息中移除了絕不能傳給任何人的內容：{ $kinds }。

# Under a field, before it is sent.
guard-title = 請不要送出這些內容
guard-certain = 您輸入的內容裡，似乎有任何人都不該知道的資訊，包括我們。客服絕不會向您索取。
guard-may = 這可能是私鑰。交易雜湊看起來和它一樣；如果是交易雜湊，直接送出即可。
guard-remove = 移除
guard-anyway = 再按一次送出按鈕，就會照原樣送出。我們辨識出的機密仍會在儲存之前移除。
guard-done = 已移除。
# Takes a secret’s place in a field. Its brackets are those that no rule takes for a value.
guard-mark = ⟦已移除：{ $kind }⟧

# What agents must not ask for, and what they may say instead.

asks-kind-password = 密碼
asks-kind-code = 驗證碼
asks-kind-seed-phrase = 助記詞
asks-kind-private-key = 私鑰
asks-kind-card-security-code = 卡片安全碼
asks-kind-remote-access = 遠端控制

asks-better-password = 我們絕不會索取您的密碼。如果無法登入，請您本人在官方網站或 App 的登入頁面自行重設。
asks-better-code = 我們絕不會索取驗證碼。驗證碼只應由您本人在官方網站或 App 中輸入，切勿轉告任何人。
asks-better-seed-phrase = 我們絕不會索取助記詞，請您自行妥善保管。有交易雜湊，我們就能為您查詢。
asks-better-private-key = 我們絕不會索取私鑰或 API 金鑰，請您自行妥善保管。有交易雜湊或訂單編號，我們就能為您查詢。
asks-better-card-security-code = 我們絕不會索取卡片安全碼。有卡號末四碼，我們就能核對。
asks-better-remote-access = 我們絕不會要求遠端控制您的裝置。請用文字描述您看到的情況，或附上截圖。
