### The chat: the bubble on other sites (widget-bubble-…, built into the loader), and the panel.
### No plural selectors here: the panel gets each message as a template and puts the values in itself.

## The bubble

widget-bubble-open = 상담 채팅 열기
widget-bubble-close = 상담 채팅 닫기
widget-bubble-unread = 상담 채팅 열기, 읽지 않은 메시지: { $count }
widget-bubble-frame = 공식 상담 채팅

## The head of the panel

widget-title = { $brand } 상담
widget-title-unread = ({ $count }) { $title }
widget-official = 정말 저희가 맞나요?
widget-official-desk = 공식 상담
widget-with-assistant = 자동 상담이 답하고 있어요
widget-with-agent = { $name } (상담원 번호 { $number })
widget-with-queue = 상담원을 기다리는 중이에요
widget-with-ticket = 문의로 이어지고 있어요
widget-with-closed = 대화가 끝났어요
widget-minimise = 접기
widget-menu = 옵션
widget-language = 언어
widget-sound = 새 메시지 알림음
widget-transcript-download = 대화 기록 내려받기
widget-transcript-mail = 대화 기록을 메일로 받기
widget-transcript-mailed = 대화 기록을 메일로 보냈어요.
widget-case = 문의 { $reference } 열기
widget-end = 대화 끝내기
widget-end-sure = 이 대화를 끝낼까요?
widget-end-why = 대화 내용은 그대로 남고, 언제든 다시 쓸 수 있어요.
widget-cancel = 취소
widget-close = 닫기
widget-tab = 새 탭에서 열림

## Before a conversation

widget-welcome = 안녕하세요. 무엇을 도와드릴까요?
widget-welcome-lead = 무슨 일인지 적어 주세요. 자동 상담이 바로 답하고, 언제든 상담원을 부를 수 있어요.
widget-never-ask = 저희는 비밀번호, 인증 코드, 개인키, 시드 문구나 원격 제어를 절대 요구하지 않아요.
widget-incidents = 지금 알려진 문제
widget-topics = 어떤 문제인가요?
widget-fits = 여기에 답이 있을 수 있어요
widget-fits-count = 도움이 될 만한 글: { $count }
widget-fits-hide = 제안 숨기기
widget-form = 양식으로 문의하기

## The conversation

widget-conversation = 대화
widget-loading = 대화를 불러오는 중
widget-older = 이전 메시지를 불러오는 중
widget-today = 오늘
widget-yesterday = 어제
widget-new = 새 메시지
widget-jump = 최신 메시지로 가기
widget-jump-new = 새 메시지: { $count }
widget-you = 나
widget-desk = 상담 시스템
widget-assistant = 자동 상담
widget-assistant-label = 자동 답변
widget-sent = 전달됨
widget-read = 읽음
widget-sending = 보내는 중
widget-waiting = 연결을 기다리는 중이에요. 연결되면 저절로 보내져요
widget-not-sent = 보내지 못했어요
widget-again = 다시 보내기
widget-take-back = 가져와서 고치기
widget-check = 이 메시지 확인하기
widget-code = 이 메시지의 코드: { $code }
widget-code-why = 공식 확인 페이지에 입력하면 저희가 보낸 메시지인지 알 수 있어요.
widget-code-go = 공식 확인 페이지 열기
widget-sources = 출처
widget-taken = 비밀 정보를 지웠어요
widget-typing = { $name } 님이 쓰고 있어요…
widget-writing = 자동 상담이 답을 쓰고 있어요…
widget-image = { $name } 크게 보기
widget-download = { $name } 내려받기 ({ $size })
widget-file-gone = 지금은 이 파일을 열 수 없어요. 잠시 뒤에 다시 시도해 주세요.

## Waiting for a person

widget-person = 상담원과 이야기하기
widget-place-next = 다음 차례예요
widget-place = { $place }번째로 기다리고 있어요
widget-wait = 예상 대기 시간 { $range }
widget-wait-soon = 1분 안에 연결돼요
widget-wait-unknown = 얼마나 걸릴지 아직 알 수 없어요
widget-wait-why = 창을 닫아도 순서는 그대로예요.
widget-closed-now = 지금은 상담원이 없어요. 적으신 내용은 남아 있어요.
widget-opens-at = { $time }에 다시 시작해요.
widget-meanwhile = 기다리는 동안 도움이 될 수 있어요
widget-leave = 기다리지 않고 이메일 남기기
widget-leave-why = 답을 메일로 보내 드리니 자리를 떠나도 돼요.
widget-email = 이메일 주소
widget-email-wrong = name@example.com처럼 주소 전체를 적어 주세요.
widget-name = 이름 (선택)
widget-leave-send = 저장
widget-left = 답은 { $contact }(으)로도 보내 드려요.
widget-ticket = 상담원이 이어서 처리해요. 답은 여기와 문의에 표시돼요.

## Writing

widget-write = 메시지를 입력하세요…
widget-message = 메시지
widget-send = 보내기
widget-attach = 파일 추가
widget-camera = 사진 찍기
widget-drop = 놓으면 파일이 추가돼요
widget-count = { $length } / { $max }
widget-too-long = 메시지가 너무 길어요. 나누어 보내 주세요.
widget-file-remove = { $name } 빼기
widget-file-large = “{ $name }”이(가) { $max }MB보다 커요. 줄이거나 나누어 보내 주세요.
widget-files-many = 메시지 하나에 파일은 { $max }개까지예요.
widget-file-failed = 이 파일을 보내지 못했어요. 뺀 다음 다시 선택해 주세요.
widget-file-waiting = 연결이 끊겼어요. 다시 연결되면 저절로 이어져요.
widget-files-busy = 파일이 다 올라가면 메시지가 저절로 보내져요.

## The line

widget-offline = 연결이 끊겨 다시 연결하는 중이에요. 적으신 내용은 그대로 남아요.
widget-online = 다시 연결됐어요.
widget-failed = 잘 되지 않았어요. 잃은 것은 없으니 잠시 뒤에 다시 해 주세요.

## The end

widget-ended = 대화가 끝났어요
widget-ended-why = 더 궁금한 점이 있나요? 적어 주시면 다시 시작해요.
widget-start = 새 대화 시작하기
widget-rate = 도움이 되셨나요?
widget-rate-1 = 1점, 매우 나쁨
widget-rate-2 = 2점, 나쁨
widget-rate-3 = 3점, 보통
widget-rate-4 = 4점, 좋음
widget-rate-5 = 5점, 매우 좋음
widget-rate-comment = 남기고 싶은 말씀이 있나요? (선택)
widget-rate-send = 평가 보내기
widget-rated = 5점 만점에 { $score }점을 주셨어요. 고맙습니다.

## A secret, before it is sent

widget-guard-title = 이 내용은 보내지 마세요
widget-guard-certain = 입력하신 내용에 저희를 포함해 누구도 알아서는 안 되는 정보가 있는 것 같아요. 상담원은 절대 묻지 않아요.
widget-guard-may = 개인키일 수 있어요. 트랜잭션 ID도 똑같이 생겼으니, 트랜잭션 ID라면 그대로 보내세요.
widget-guard-remove = 지우기
widget-guard-anyway = 보내기 버튼을 한 번 더 누르면 그대로 보내져요. 저희가 알아본 비밀 정보는 저장하기 전에 지워요.
widget-guard-done = 지웠어요.
widget-guard-mark = ⟦삭제됨: { $kind }⟧
widget-secret-seed-phrase = 복구 구문(시드 구문)
widget-secret-private-key = 개인키
widget-secret-api-secret = API 시크릿
widget-secret-access-token = 액세스 토큰
widget-secret-totp-secret = 2단계 인증 설정 키
widget-secret-recovery-code = 복구 코드
widget-secret-card-number = 카드 번호
widget-secret-cvv = 카드 보안 코드
widget-secret-otp-code = 일회용 인증번호
widget-secret-password = 비밀번호
