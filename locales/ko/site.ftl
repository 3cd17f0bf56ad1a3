### The customers' pages.

## Around every page

site-name = { $brand } 고객센터
site-skip = 본문으로 건너뛰기
site-cases = 내 문의
site-language = 언어 바꾸기
site-sign-out = 로그아웃
site-signed-in = { $who } 님으로 로그인됨
site-never-ask = 저희는 비밀번호, 인증 코드, 개인키, 시드 문구나 원격 제어를 절대 요구하지 않아요.
site-report = 요구받으셨나요? 신고해 주세요
site-home = 처음으로

## Front page

front-title = 무엇을 도와드릴까요?
front-lead = 무슨 일인지 알려 주세요. 접수 번호를 드리고, 누가 언제까지 답하는지 언제든 보실 수 있어요.
front-ask = 문의하기
front-cases = 내 문의 보기
front-common = 자주 겪는 문제
front-all = 모든 문의 유형
front-ways = 연락 방법
ways-channel = 방법
ways-for = 이럴 때
ways-open = 운영 시간
ways-answer = 답변 시간
ways-terms = 언어와 비용
ways-always = 24시간
ways-open-now = 지금 운영 중
ways-closed-now = 지금은 운영 시간 아님
# zone is a name such as Asia/Singapore or UTC
ways-hours = { $from }~{ $to } ({ $zone })
ways-local-call = 시내 통화 요금
ways-usual = 보통 { $range }
ways-guests = 로그인 불필요
ways-sign-in = 로그인 필요
ways-free = 무료

## Choosing a category

ask-title = 어떤 문제인가요?
ask-lead = 가장 가까운 것을 고르면 관련된 내용만 여쭤봐요. 잘못 골라도 상담원이 바로잡으니 괜찮아요.
ask-group-money = 입출금
ask-group-trading = 거래
ask-group-account = 계정과 보안
ask-group-general = 그 밖에

## The form

form-back = 다른 유형 고르기
form-never-title = 비밀 정보는 적지 마세요
form-never = 비밀번호, 인증 코드, 개인키, 시드 문구, API 시크릿은 필요하지 않고 상담원도 절대 묻지 않아요.
form-details = 필요한 정보
form-problem = 무슨 일이 있었나요
form-contact = 연락처
form-more = 더 자세히
form-more-why = 모두 선택 사항이지만 적어 주시면 더 빨라져요
form-optional = 선택
form-example = 예: { $example }
form-choose = 선택해 주세요
form-signed-in = { $who } 님으로 로그인되어 있어요. 답변은 ‘내 문의’에 나타나요.
form-submit = 보내기
form-promise = 보통 { $range } 안에 답변해 드려요
form-errors = { $count }개 항목을 확인해 주세요
form-errors-kept = 아직 보내지 않았어요. 입력하신 내용은 그대로 있으니 아래 항목을 고쳐 주세요.
form-draft = 작성 중인 글은 이 기기에 보관돼요
existing-title = 같은 유형의 문의가 이미 있어요
existing-lead = 기존 문의에 추가하면 순서가 유지되고 상담원이 전체 상황을 볼 수 있어요. 쓰신 글은 그대로 있어요.
existing-join = 이 문의에 추가
existing-new = 다른 문제예요. 새로 접수

## Receipt

receipt-title = 접수되었어요
receipt-joined-title = 문의에 추가되었어요
receipt-reference = 접수 번호
receipt-check = 마지막 글자 ‘{ $check }’는 검사용이라 잘못 옮겨 적으면 알 수 있어요.
receipt-next = 다음 순서
receipt-link = { $email } 주소로 보낸 메일의 링크를 열어 주세요.
receipt-link-why = 주소가 본인 것임을 확인해요. 그때까지 답변은 보내지 않고 보관해요. 메일이 없다면 스팸함을 보거나 ‘내 문의’에서 다시 받아 주세요.
receipt-answer = 상담원이 읽고 보통 { $range } 안에 답해 드려요.
receipt-once = 다시 보내지 않아도 돼요. 추가하거나 재촉할 때는 문의 안에서 하시면 순서가 유지돼요.
receipt-open = 문의 열기
receipt-proof = 접수 확인
receipt-proof-why = 이 지문은 보내신 내용을 고정해요. 나중에 바뀌면 드러나요.
receipt-entry = 기록 { $number }번
receipt-hash = 지문 (SHA-256)

## The link in a mail

link-title = 문의 열기
link-lead = 메일을 연 사람이 본인임을 확인하려면 버튼을 눌러 주세요. 이 기기에서 문의를 보고 답할 수 있게 돼요.
link-button = 본인이에요, 열기
link-not-you = 문의하신 적이 없다면 이 페이지를 닫으세요. 아무것도 바뀌지 않아요.

## My cases

cases-lead = { $who } 님의 문의예요. 최근에 바뀐 순서예요.
cases-empty-title = 아직 문의가 없어요
cases-empty = 문제가 생기면 알려 주세요. 이후 진행 상황을 여기서 볼 수 있어요.
cases-ask = 새로 문의하기
cases-updated = { $time } 변경
cases-mail-title = 이메일로 문의 보기
cases-mail-lead = 문의할 때 쓴 이메일을 적어 주시면 한 번 쓸 수 있는 링크를 보내 드려요.
cases-mail-button = 링크 받기
cases-mail-sent-title = 메일을 확인해 주세요
cases-mail-sent = { $email } 주소의 문의가 있으면 몇 분 안에 링크가 도착해요. 오지 않으면 철자와 스팸함을 확인해 주세요. 개인정보 보호를 위해 이 안내는 항상 같아요.
cases-exchange = 거래소 사이트나 앱에 로그인한 뒤 고객센터를 열면 메일 없이 볼 수 있어요.

## A case

case-state-agent = 처리 중
case-state-customer = 고객님 답변 대기
case-state-closed = 종료됨
case-status = 진행 상황
case-who = 담당자
case-agent = { $name } (상담원 번호 { $number })
case-nobody = 다음 상담원을 기다리는 중이에요
case-next = 다음 순서
case-next-agent = 상담원이 답해 드려요.
case-next-agent-by = 상담원이 { $time }까지 답해 드려요.
case-next-late = { $time }까지 답하겠다는 약속을 지키지 못해 죄송해요. 재촉하시면 리더에게 바로 알려요.
case-next-late-chased = { $time }까지 답하겠다는 약속을 지키지 못해 죄송해요. 리더에게 알렸어요.
case-next-customer = 답해 주시면 이어서 처리해요.
case-next-closed = { $time }에 종료되었어요. 해결되지 않았다면 다시 열 수 있어요.
case-asked = 고객님이 하실 일
case-asked-nothing = 지금은 하실 일이 없어요.
case-asked-reply = 상담원의 마지막 메시지에 답해 주세요.
case-asked-missing = 알고 계시면 답변에 적어 주세요: { $fields }.
case-conversation = 대화
case-you = 나
case-official = 공식 답변
case-system = 자동 메시지
case-event-assigned = { $name } (번호 { $number }) 상담원이 맡았어요
case-event-unassigned = 다음 상담원을 기다려요
case-event-closed = 상담원이 문의를 종료했어요
case-event-closed-own = 문의를 종료하셨어요
case-event-reopened = 상담원이 문의를 다시 열었어요
case-event-reopened-own = 문의를 다시 여셨어요
case-event-chased = 재촉하셨어요
case-event-rated = { $score }점을 주셨어요
case-event-proved = 이메일이 확인되었어요
case-event-merged = 이 문의는 { $reference }에서 이어져요
case-event-absorbed = 문의 { $reference }이(가) 이 문의로 합쳐졌어요
case-event-unmerged = 문의 { $reference }이(가) 다시 따로 진행돼요
case-event-split = 보내신 메시지 하나가 새 문의 { $reference }이(가) 되었어요
case-reply = 답변
case-reply-send = 보내기
case-chase = 재촉하기
case-chase-why = 순서는 그대로예요. 저희가 늦었다면 리더에게 바로 알려요.
case-chase-from = 답이 없으면 { $time }부터 재촉할 수 있어요.
case-chased = { $count }번 재촉함
case-close = 해결됐어요. 종료하기
case-close-why = 언제든 다시 열 수 있어요.
case-reopen = 해결되지 않았어요. 다시 열기
case-reopen-why = 다시 열면 이어서 쓸 수 있어요. 이전 대화는 그대로예요.
case-actions = 할 수 있는 일
case-facts = 알려 주신 정보
case-opened = 접수 시각
case-record = 기록
case-record-why = 기록 { $count }개가 서로를 봉인하고 있어 아무도 몰래 바꿀 수 없어요.
case-head = 최신 지문

## Rating

rating-title = 도움이 되셨나요?
rating-1 = 1점, 매우 나쁨
rating-2 = 2점, 나쁨
rating-3 = 3점, 보통
rating-4 = 4점, 좋음
rating-5 = 5점, 매우 좋음
rating-comment = 남기고 싶은 말씀이 있나요?
rating-send = 평가 보내기
rating-given = 5점 만점에 { $score }점을 주셨어요. 고맙습니다. 꼼꼼히 읽을게요.

## Notices after something was done

notice-replied = 보냈고 기록에 남았어요. 상담원이 확인해요.
notice-closed = 문의를 종료했어요. 언제든 다시 열 수 있어요.
notice-reopened = 문의를 다시 열었고 상담원에게 전달했어요.
notice-chased = 재촉을 기록했어요. 순서는 그대로예요.
notice-chased-late = 재촉을 기록했고 늦어졌음을 리더에게 알렸어요.
notice-rated = 평가해 주셔서 고맙습니다.
notice-proved = 이메일이 확인되었어요. 앞으로 답변을 이 주소로 보내 드려요.
notice-merged = 이 문의는 여기에서 이어져요. 문의 두 건이 하나로 합쳐졌어요.
notice-joined = 이 문의에 추가했어요. 순서는 그대로예요.
notice-signed-out-title = 로그아웃했어요
notice-signed-out = 이제 이 기기에서 문의를 볼 수 없어요. 필요할 때 이메일이나 거래소 계정으로 다시 열어 주세요.

## The demo's mailbox

demo-mail-title = 데모 메일함
demo-mail-lead = 데모에서는 실제로 메일을 보내지 않고 여기에 모아요.
demo-mail-empty = 아직 메일이 없어요. 문의를 보내면 접수 메일이 여기에 나타나요.
demo-mail-to = 받는 사람
demo-mail-from = 보낸 사람
demo-mail-back = 모든 메일
demo-mail-text = 텍스트 버전
