### 상담원의 패스키: 로그인, 계정 페이지, 메일, 문제가 생겼을 때.

field-credential = 패스키

## 로그인

passkey-sign-in = 패스키로 로그인

## 내 계정

passkeys = 패스키
passkeys-why = 지문, 얼굴 또는 기기 PIN으로 한 번에 로그인하며 피싱에 안전합니다. 비밀번호와 인증 코드도 계속 쓸 수 있습니다.
passkeys-none = 아직 패스키가 없습니다.
passkey-name = 새 패스키 이름
passkey-name-hint = 저장된 기기처럼 나중에 알아볼 수 있는 이름
passkey-add = 패스키 추가
passkey-added = ‘{ $name }’ 패스키를 추가했습니다. 이제 이 패스키로 로그인할 수 있습니다.
passkey-removed = ‘{ $name }’ 패스키를 삭제했습니다.
passkey-times = 추가 { $created } · 마지막 사용 { $used }
passkey-unused = 추가 { $created } · 사용 안 함
passkey-remove = 삭제
passkey-remove-of = ‘{ $name }’ 삭제
passkey-remove-title = ‘{ $name }’ 패스키를 삭제할까요?
passkey-remove-consequence = 더 이상 이 패스키로 로그인할 수 없으며 되돌릴 수 없습니다. 비밀번호와 인증 코드는 계속 쓸 수 있습니다. 기기에서도 삭제하는 것이 좋습니다.
passkey-unsupported = 이 브라우저에서는 여기서 패스키를 쓸 수 없습니다. HTTPS와 도메인 이름이 필요합니다(localhost는 되지만 IP 주소는 안 됩니다).
passkey-cancelled = 기기에서 요청이 취소되었거나 시간이 초과되어 바뀐 것이 없습니다. 다시 시도해 주세요.
passkey-already-here = 이 기기에 이미 이 계정의 패스키가 있습니다.
confirm-me = 본인인지 확인해 주세요
confirm-me-why = 패스키로 계정에 로그인할 수 있으므로 최근에 로그인한 상태여야 합니다.
confirm-me-action = 확인
confirm-me-passkey = 패스키로 확인

## 메일

mail-passkey-added-subject = 계정에 패스키가 추가되었어요
mail-passkey-added-preheader = 직접 추가하지 않았다면 즉시 관리자에게 알려 주세요.
mail-passkey-added-1 = { $brand } 고객센터 계정에 패스키가 추가되었어요. 이제 이 패스키로 계정에 로그인할 수 있어요.
mail-passkey-added-2 = 직접 추가하지 않았다면 ‘내 계정’에서 패스키를 삭제하고 모든 로그인을 종료한 뒤 즉시 관리자에게 알려 주세요.
mail-passkey-added-button = 워크스페이스 열기
mail-passkey-removed-subject = 계정에서 패스키가 삭제되었어요
mail-passkey-removed-preheader = 직접 삭제하지 않았다면 즉시 관리자에게 알려 주세요.
mail-passkey-removed-1 = { $brand } 고객센터 계정에서 패스키가 삭제되었어요. 더 이상 이 패스키로 로그인할 수 없어요.
mail-passkey-removed-2 = 직접 삭제하지 않았다면 ‘내 계정’에서 모든 로그인을 종료하고 즉시 관리자에게 알려 주세요.
mail-passkey-removed-button = 워크스페이스 열기

## 문제가 생겼을 때

error-wrong-passkey-title = 패스키로 로그인하지 못했어요
error-wrong-passkey = 등록되지 않은 패스키이거나 요청이 만료되었어요. 다시 시도하거나 비밀번호와 인증 코드를 사용해 주세요.
error-passkey-refused-title = 패스키를 추가하지 못했어요
error-passkey-refused = 기기의 응답이 맞지 않거나 요청이 만료되었어요. 바뀐 것은 없으니 다시 시도해 주세요.
error-passkey-known-title = 이미 등록된 패스키예요
error-passkey-known = 전에 추가한 적이 있는 패스키라 바뀐 것은 없어요. 새로 만들어 주세요.
error-passkeys-full-title = 패스키를 더 추가할 수 없어요
error-passkeys-full = 패스키가 이미 { $max }개라 더 추가할 수 없어요. 바뀐 것은 없으니 쓰지 않는 패스키를 먼저 삭제해 주세요.
error-passkey-address-title = 이 주소에서는 패스키를 쓸 수 없어요
error-passkey-address = 패스키는 도메인 이름에만 쓸 수 있는데 이 워크스페이스의 주소는 { $address }예요. 비밀번호와 인증 코드를 사용해 주세요. 관리자는 public_url에 도메인 이름을 설정할 수 있어요.
error-confirm-first-title = 본인인지 확인해 주세요
error-confirm-first = 최근 { $minutes }분 안에 로그인했어야 할 수 있는 작업이에요. 바뀐 것은 없으니 비밀번호와 인증 코드, 또는 패스키로 확인해 주세요.
