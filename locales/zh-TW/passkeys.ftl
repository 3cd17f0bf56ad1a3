### 客服人員的通行密鑰：登入頁、帳戶頁、郵件，以及可能出的問題。

field-credential = 通行密鑰

## 登入頁

passkey-sign-in = 使用通行密鑰登入

## 我的帳戶

passkeys = 通行密鑰
passkeys-why = 用指紋、臉孔或裝置 PIN 碼登入：一步完成，無法被釣魚。密碼和驗證碼仍然可用。
passkeys-none = 還沒有通行密鑰。
passkey-name = 新通行密鑰的名稱
passkey-name-hint = 方便日後辨認，例如保存它的裝置
passkey-add = 新增通行密鑰
passkey-added = 已新增「{ $name }」，現在就可以用它登入。
passkey-removed = 已移除「{ $name }」。
passkey-times = 新增於 { $created } · 最近使用 { $used }
passkey-unused = 新增於 { $created } · 從未使用
passkey-remove = 移除
passkey-remove-of = 移除「{ $name }」
passkey-remove-title = 移除通行密鑰「{ $name }」？
passkey-remove-consequence = 移除後不能再用它登入，且無法復原。密碼和驗證碼仍然可用。建議同時在裝置上刪除它。
passkey-unsupported = 此瀏覽器在這裡不能使用通行密鑰。需要 HTTPS 和網域名稱（localhost 可以，IP 位址不行）。
passkey-cancelled = 沒有任何變動：裝置取消了要求，或等候逾時。請再試一次。
passkey-already-here = 這台裝置已經有此帳戶的通行密鑰。
confirm-me = 請確認是您本人
confirm-me-why = 通行密鑰可以打開您的帳戶，因此需要您近期登入過。
confirm-me-action = 確認
confirm-me-passkey = 使用通行密鑰確認

## 郵件

mail-passkey-added-subject = 您的帳戶新增了通行密鑰
mail-passkey-added-preheader = 如果不是您本人操作，請馬上聯絡管理員。
mail-passkey-added-1 = 您在 { $brand } 客服工作台的帳戶新增了一個通行密鑰，現在可以用它登入您的帳戶。
mail-passkey-added-2 = 如果不是您本人操作，請在「我的帳戶」中移除它、結束所有登入，並馬上聯絡管理員。
mail-passkey-added-button = 打開工作台
mail-passkey-removed-subject = 您的帳戶移除了通行密鑰
mail-passkey-removed-preheader = 如果不是您本人操作，請馬上聯絡管理員。
mail-passkey-removed-1 = 您在 { $brand } 客服工作台的帳戶移除了一個通行密鑰，它不能再用來登入。
mail-passkey-removed-2 = 如果不是您本人操作，請在「我的帳戶」中結束所有登入，並馬上聯絡管理員。
mail-passkey-removed-button = 打開工作台

## 可能出的問題

error-wrong-passkey-title = 通行密鑰沒有通過
error-wrong-passkey = 這裡不認得此通行密鑰，或要求已過期。請再試一次，或使用密碼和驗證碼。
error-passkey-refused-title = 沒有新增通行密鑰
error-passkey-refused = 裝置的回應不符，或要求已過期。沒有任何變動，請再試一次。
error-passkey-known-title = 已經新增過
error-passkey-known = 這個通行密鑰以前新增過，沒有任何變動。請建立一個新的。
error-passkeys-full-title = 通行密鑰已滿
error-passkeys-full = 您已有 { $max } 個通行密鑰，不能再新增。沒有任何變動；請先移除不再使用的。
error-passkey-address-title = 此位址不能使用通行密鑰
error-passkey-address = 通行密鑰只屬於網域名稱，而本工作台的位址是 { $address }。請使用密碼和驗證碼；管理員可以在 public_url 中設定網域名稱。
error-confirm-first-title = 請確認是您本人
error-confirm-first = 此操作需要您在最近 { $minutes } 分鐘內登入過。沒有任何變動；請用密碼和驗證碼或通行密鑰確認。
