### 客服人员的通行密钥：登录页、账户页、邮件，以及可能出的问题。

field-credential = 通行密钥

## 登录页

passkey-sign-in = 使用通行密钥登录

## 我的账户

passkeys = 通行密钥
passkeys-why = 用指纹、面容或设备 PIN 码登录：一步完成，无法被钓鱼。密码和验证码仍然可用。
passkeys-none = 还没有通行密钥。
passkey-name = 新通行密钥的名称
passkey-name-hint = 便于日后辨认，例如保存它的设备
passkey-add = 添加通行密钥
passkey-added = 已添加“{ $name }”，现在就可以用它登录。
passkey-removed = 已移除“{ $name }”。
passkey-times = 添加于 { $created } · 最近使用 { $used }
passkey-unused = 添加于 { $created } · 从未使用
passkey-remove = 移除
passkey-remove-of = 移除“{ $name }”
passkey-remove-title = 移除通行密钥“{ $name }”？
passkey-remove-consequence = 移除后不能再用它登录，且无法撤销。密码和验证码仍然可用。建议同时在设备上删除它。
passkey-unsupported = 此浏览器在这里不能使用通行密钥。需要 HTTPS 和域名（localhost 可以，IP 地址不行）。
passkey-cancelled = 没有任何改动：设备取消了请求，或等待超时。请重试。
passkey-already-here = 这台设备已经有此账户的通行密钥。
confirm-me = 请确认是您本人
confirm-me-why = 通行密钥可以打开您的账户，因此需要您近期登录过。
confirm-me-action = 确认
confirm-me-passkey = 使用通行密钥确认

## 邮件

mail-passkey-added-subject = 您的账户添加了通行密钥
mail-passkey-added-preheader = 如果不是您本人操作，请马上联系管理员。
mail-passkey-added-1 = 您在 { $brand } 客服工作台的账户添加了一个通行密钥，现在可以用它登录您的账户。
mail-passkey-added-2 = 如果不是您本人操作，请在“我的账户”中移除它、结束所有登录，并马上联系管理员。
mail-passkey-added-button = 打开工作台
mail-passkey-removed-subject = 您的账户移除了通行密钥
mail-passkey-removed-preheader = 如果不是您本人操作，请马上联系管理员。
mail-passkey-removed-1 = 您在 { $brand } 客服工作台的账户移除了一个通行密钥，它不能再用来登录。
mail-passkey-removed-2 = 如果不是您本人操作，请在“我的账户”中结束所有登录，并马上联系管理员。
mail-passkey-removed-button = 打开工作台

## 可能出的问题

error-wrong-passkey-title = 通行密钥没有通过
error-wrong-passkey = 这里不认识此通行密钥，或请求已过期。请重试，或使用密码和验证码。
error-passkey-refused-title = 没有添加通行密钥
error-passkey-refused = 设备的回应不符，或请求已过期。没有任何改动，请重试。
error-passkey-known-title = 已经添加过
error-passkey-known = 这个通行密钥以前添加过，没有任何改动。请新建一个。
error-passkeys-full-title = 通行密钥已满
error-passkeys-full = 您已有 { $max } 个通行密钥，不能再添加。没有任何改动；请先移除不再使用的。
error-passkey-address-title = 此地址不能使用通行密钥
error-passkey-address = 通行密钥只属于域名，而本工作台的地址是 { $address }。请使用密码和验证码；管理员可以在 public_url 中设置域名。
error-confirm-first-title = 请确认是您本人
error-confirm-first = 此操作需要您在最近 { $minutes } 分钟内登录过。没有任何改动；请用密码和验证码或通行密钥确认。
