# Secrets in what customers write: taken out, and what to do now.

# Stands in a text where a secret stood.
secret-removed = 【已移除：{ $kind }】

secret-kind-seed-phrase = 助记词
secret-kind-private-key = 私钥
secret-kind-api-secret = API 密钥
secret-kind-access-token = 访问令牌
secret-kind-totp-secret = 两步验证密钥
secret-kind-recovery-code = 恢复码
secret-kind-card-number = 银行卡号
secret-kind-cvv = 卡片安全码
secret-kind-otp-code = 一次性验证码
secret-kind-password = 密码

secret-do-seed-phrase = 看到这组助记词的人可以转走钱包里的一切。请立即把资产转到新钱包，旧钱包不要再用。
secret-do-private-key = 看到这把私钥的人可以转走其中的资产。请立即转到新地址，旧私钥不要再用。
secret-do-api-secret = 请立即删除这个 API 密钥并新建一个，同时检查它的交易和提现记录。
secret-do-access-token = 请立即退出所有设备，会话就会失效；并在生成令牌的地方把它删除。
secret-do-totp-secret = 请重新绑定身份验证器：有了旧密钥，任何人都能算出您的验证码。
secret-do-recovery-code = 请立即生成新的恢复码，旧的随即失效。
secret-do-card-number = 我们从不需要完整卡号。如果可能被他人看到，请联系银行冻结该卡。
secret-do-cvv = 我们从不需要安全码。如果他人可能连同卡号一起看到，请联系银行冻结该卡。
secret-do-otp-code = 验证码不要告诉任何人，包括我们。如果有人向您索要，请立即修改密码。
secret-do-password = 请立即在所有用到它的地方修改这个密码。我们的任何人都不需要它。

secret-title = 我们从您的消息中移除了一些内容
secret-lead = 它没有被保存，这里没有人能看到。请现在这样做：
secret-article = 如何保护您的账户
secret-may-title = 这是机密吗？
secret-may-lead = 您的消息里有一段内容可能是私钥。它已被封存，这里没有人能看到。交易哈希看起来和它一样；如果是交易哈希，请发送。若不决定，它将在 { $time } 销毁。
secret-may-receipt = 您的消息里有一段内容可能是私钥。它已被封存，这里没有人能看到。请打开您的工单决定：发送，还是销毁。
secret-destroy = 销毁
secret-send = 不是机密，发送

case-event-redacted = 从之前的一条消息中移除了机密的一部分
case-event-secret-destroyed = 可能是机密的内容已销毁
case-event-secret-expired = 可能是机密的内容无人决定，已销毁
case-event-secret-sent = 您确认这不是机密：{ $text }
notice-secret = 已完成，您的决定已保存。

error-secret-decided-title = 已经决定过
error-secret-decided = 封存的内容之前已发送或销毁，没有任何改动。

secret-and = {"、"}
mail-secrets = 我们从您的消息中移除了绝不能发给任何人的内容：{ $kinds }。

# Under a field, before it is sent.
guard-title = 请不要发送这些内容
guard-certain = 您输入的内容里，似乎有任何人都不该知道的信息，包括我们。客服绝不会向您索要。
guard-may = 这可能是私钥。交易哈希看起来和它一样；如果是交易哈希，直接发送即可。
guard-remove = 移除
guard-anyway = 再按一次发送按钮，就会按原样发送。我们识别出的机密仍会在保存之前移除。
guard-done = 已移除。
# Takes a secret’s place in a field. Its brackets are those that no rule takes for a value.
guard-mark = ⟦已移除：{ $kind }⟧

# What agents must not ask for, and what they may say instead.

asks-kind-password = 密码
asks-kind-code = 验证码
asks-kind-seed-phrase = 助记词
asks-kind-private-key = 私钥
asks-kind-card-security-code = 银行卡安全码
asks-kind-remote-access = 远程控制

asks-better-password = 我们绝不会索要您的密码。如果无法登录，请您本人在官方网站或 App 的登录页面自行重置。
asks-better-code = 我们绝不会索要验证码。验证码只应由您本人在官方网站或 App 中输入，切勿转告任何人。
asks-better-seed-phrase = 我们绝不会索要助记词，请您自行妥善保管。有交易哈希，我们就能为您查询。
asks-better-private-key = 我们绝不会索要私钥或 API 密钥，请您自行妥善保管。有交易哈希或订单号，我们就能为您查询。
asks-better-card-security-code = 我们绝不会索要银行卡安全码。有卡号后四位，我们就能核对。
asks-better-remote-access = 我们绝不会要求远程控制您的设备。请用文字描述您看到的情况，或附上截图。
