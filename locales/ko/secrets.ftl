# Secrets in what customers write: taken out, and what to do now.

# Stands in a text where a secret stood.
secret-removed = [삭제됨: { $kind }]

secret-kind-seed-phrase = 복구 구문(시드 구문)
secret-kind-private-key = 개인키
secret-kind-api-secret = API 시크릿
secret-kind-access-token = 액세스 토큰
secret-kind-totp-secret = 2단계 인증 설정 키
secret-kind-recovery-code = 복구 코드
secret-kind-card-number = 카드 번호
secret-kind-cvv = 카드 보안 코드
secret-kind-otp-code = 일회용 인증번호
secret-kind-password = 비밀번호

secret-do-seed-phrase = 이 구문을 본 사람은 지갑의 모든 자산을 가져갈 수 있어요. 지금 바로 새 지갑으로 옮기고, 예전 지갑은 다시 쓰지 마세요.
secret-do-private-key = 이 키를 본 사람은 그 안의 자산을 가져갈 수 있어요. 지금 바로 새 주소로 옮기고, 예전 키는 다시 쓰지 마세요.
secret-do-api-secret = 지금 이 API 키를 삭제하고 새로 만드세요. 거래와 출금 내역도 확인해 주세요.
secret-do-access-token = 지금 모든 기기에서 로그아웃하면 세션이 끝나요. 토큰은 만든 곳에서 삭제해 주세요.
secret-do-totp-secret = 인증 앱을 다시 등록해 주세요. 예전 키가 있으면 누구나 인증번호를 계산할 수 있어요.
secret-do-recovery-code = 지금 새 복구 코드를 만드세요. 예전 코드는 더 이상 쓸 수 없게 돼요.
secret-do-card-number = 저희는 카드 번호 전체를 필요로 하지 않아요. 다른 사람이 봤을 수 있다면 은행에 카드 정지를 요청하세요.
secret-do-cvv = 저희는 보안 코드를 필요로 하지 않아요. 다른 사람이 카드 번호와 함께 봤을 수 있다면 은행에 카드 정지를 요청하세요.
secret-do-otp-code = 인증번호는 저희를 포함해 누구에게도 알려 주지 마세요. 누가 물어봤다면 지금 비밀번호를 바꾸세요.
secret-do-password = 이 비밀번호를 쓰는 모든 곳에서 지금 바꾸세요. 저희 중 누구도 필요로 하지 않아요.

secret-title = 보내신 메시지에서 일부를 삭제했어요
secret-lead = 저장되지 않았고, 저희 중 누구도 볼 수 없어요. 지금 이렇게 해 주세요.
secret-article = 계정을 안전하게 지키는 방법
secret-may-title = 비밀 정보인가요?
secret-may-lead = 메시지에 개인키일 수 있는 내용이 있어요. 봉인되어 저희 중 누구도 볼 수 없어요. 트랜잭션 ID도 똑같이 생겼으니, 트랜잭션 ID라면 보내 주세요. 결정하지 않으면 { $time }에 파기돼요.
secret-may-receipt = 메시지에 개인키일 수 있는 내용이 있어요. 봉인되어 저희 중 누구도 볼 수 없어요. 문의 페이지를 열어 보낼지 파기할지 정해 주세요.
secret-destroy = 파기하기
secret-send = 비밀이 아니에요, 보내기

case-event-redacted = 이전 메시지에서 비밀 정보의 일부를 삭제했어요
case-event-secret-destroyed = 비밀일 수 있는 내용을 파기했어요
case-event-secret-expired = 결정이 없어 비밀일 수 있는 내용을 파기했어요
case-event-secret-sent = 비밀이 아니라고 결정하셨어요: { $text }
notice-secret = 완료했어요. 결정이 저장되었어요.

error-secret-decided-title = 이미 결정되었어요
error-secret-decided = 봉인된 내용은 이미 보내졌거나 파기되어 바뀐 것은 없어요.

secret-and = {", "}
mail-secrets = 누구에게도 보내면 안 되는 내용을 메시지에서 삭제했어요: { $kinds }.

# Under a field, before it is sent.
guard-title = 이 내용은 보내지 마세요
guard-certain = 입력하신 내용에 저희를 포함해 누구도 알아서는 안 되는 정보가 있는 것 같아요. 상담원은 절대 묻지 않아요.
guard-may = 개인키일 수 있어요. 트랜잭션 ID도 똑같이 생겼으니, 트랜잭션 ID라면 그대로 보내세요.
guard-remove = 지우기
guard-anyway = 보내기 버튼을 한 번 더 누르면 그대로 보내져요. 저희가 알아본 비밀 정보는 저장하기 전에 지워요.
guard-done = 지웠어요.
# Takes a secret’s place in a field. Its brackets are those that no rule takes for a value.
guard-mark = ⟦삭제됨: { $kind }⟧

# What agents must not ask for, and what they may say instead.

asks-kind-password = 비밀번호
asks-kind-code = 인증번호
asks-kind-seed-phrase = 복구 구문
asks-kind-private-key = 개인키
asks-kind-card-security-code = 카드 보안 코드
asks-kind-remote-access = 원격 접속

asks-better-password = 저희는 비밀번호를 절대 묻지 않습니다. 로그인이 안 되면 공식 웹사이트나 앱의 로그인 화면에서 직접 재설정해 주세요.
asks-better-code = 저희는 인증번호를 절대 묻지 않습니다. 인증번호는 공식 웹사이트나 앱에 본인만 직접 입력하시고 누구에게도 전달하지 마세요.
asks-better-seed-phrase = 저희는 복구 구문을 절대 묻지 않습니다. 복구 구문은 혼자만 보관해 주세요. 거래 ID만 있으면 확인할 수 있습니다.
asks-better-private-key = 저희는 개인키나 API 시크릿을 절대 묻지 않습니다. 혼자만 보관해 주세요. 거래 ID나 주문 번호만 있으면 확인할 수 있습니다.
asks-better-card-security-code = 저희는 카드 보안 코드를 절대 묻지 않습니다. 카드 번호 마지막 네 자리만 있으면 확인할 수 있습니다.
asks-better-remote-access = 저희는 고객님 기기에 원격 접속을 절대 요구하지 않습니다. 보이는 내용을 글로 설명하시거나 스크린샷을 첨부해 주세요.
