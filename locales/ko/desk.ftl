### The agents' workspace. Shared words (categories, states, fields, roles) are in common.ftl.

## Frame

brand = Dengta
navigation = 보기와 페이지
menu = 메뉴 열기
administration = 관리
me = { $name } · { $number }
account = 내 계정
agents = 상담원
tokens = API 토큰
language = 언어
loading = 불러오는 중
dismiss = 창 닫기
cancel = 취소
done = 완료
back = 목록으로
more = 더 보기
try-again = 다시 시도
copy = 복사: { $what }
copied = 복사했습니다

## When the server does not answer, or refuses without a sentence of its own

offline = 연결이 끊겼습니다. 작성 중인 글은 보관되며 계속 다시 연결합니다.
problem-unreachable = 서버가 응답하지 않았습니다. 입력한 내용은 보관되어 있으니 다시 시도해 주세요.
problem-unknown = 서버가 요청을 거부했습니다({ $status }). 입력한 내용은 보관되어 있습니다.

## Sign-in and invitation

sign-in = 로그인
sign-out = 로그아웃
totp-hint = 인증 앱에 표시된 코드
retry-at = { $time } 이후에 다시 시도할 수 있습니다.
invitation = 상담 데스크에 오신 것을 환영합니다
invitation-for = { $email } 님을 위한 초대입니다. 역할: { $role }.
invitation-accept = 수락하고 로그인
name = 이름
name-hint = 고객에게 보이는 이름입니다
password-empty = { $min }자 이상. 서로 관계없는 단어 몇 개면 좋습니다.
password-short = { $length }자 입력, { $min }자 이상 필요
password-fair = 충분하지만 길수록 좋습니다
password-good = 좋음
password-strong = 강함
totp-enrol = 2단계 인증
totp-enrol-how = 인증 앱으로 QR 코드를 스캔하거나 키를 직접 입력한 뒤, 표시된 코드를 입력하세요.
totp-code-image = 아래 키와 같은 내용의 QR 코드
totp-secret = 키

## Views

view-mine = 내 담당
view-unassigned = 미배정
view-open = 진행 중
view-waiting = 고객 답변 대기
view-closed = 종료됨
view-mine-empty = 배정된 문의가 없습니다.
view-unassigned-empty = 모든 문의에 담당자가 있습니다.
view-open-empty = 진행 중인 문의가 없습니다. 모든 고객이 답변을 받았습니다.
view-waiting-empty = 고객 답변을 기다리는 문의가 없습니다.
view-closed-empty = 종료된 문의가 없습니다.
no-such-ticket = 해당 문의가 없거나 볼 권한이 없습니다.
choose-ticket = 목록에서 문의를 선택하세요.
choose-ticket-keys = 다음, 이전

## Short names of the categories, for pills

category-deposit-short = 입금
category-tag-short = 태그
category-missent-short = 오송금
category-withdrawal-short = 출금
category-fiat-short = 법정화폐
category-trade-short = 거래
category-derivatives-short = 파생상품
category-verification-short = 본인인증
category-recovery-short = 계정 복구
category-security-short = 보안
category-api-short = API
category-phishing-short = 피싱
category-question-short = 일반 문의
category-other-short = 기타

## A ticket and what can be done with it

turn-agent = 우리 차례
turn-customer = 고객 차례
due = { $time } 내 답변
overdue = { $time } 초과
who = { $name } · { $number }
unassigned = 미배정
reference = 문의 번호
chased = 재촉 { $count }회
assign-me = 내가 맡기
hand-back = 배정 해제
close = 종료
reopen = 다시 열기
customer = 고객
timeline = 대화
new-message = { $name } 님의 새 메시지
new-below = 새 메시지 { $count }개
erased = 정책에 따라 삭제됨. 기록은 계속 검증할 수 있습니다.
entry-proof = 기록 { $number } · { $hash }

## Composer

composer = 작성 종류
reply = 답변
note = 메모
reply-body = 고객에게 답변
note-body = 상담원 전용 메모
reply-placeholder = { $name } 님에게 답변…
note-placeholder = 상담원에게만 보입니다…
send = 보내기
add-note = 메모 추가
sending = 보내는 중…
draft-kept = 임시 저장됨
draft-not-kept = 브라우저 저장 공간이 부족해 임시 저장하지 못했습니다. 나가기 전에 복사해 두세요
stays-closed = 종료됨: 답변해도 다시 열리지 않습니다
will-be-held = 고객이 이메일을 확인할 때까지 답변이 보류됩니다
moved = 새 메시지가 { $count }개 있습니다. 먼저 읽어 주세요.
read-them = 보기

## What became of the mail with our answer

delivery-held = 보류: 이메일 확인 대기
delivery-queued = 발송 대기
delivery-sent = 발송됨
delivery-failed = 발송 실패
delivery-case-page = 문의 페이지에만 표시: 이메일 없음
delivery-no-mail-server = 대기: 메일 서버 미설정

## Events on the timeline

event-taken = { $actor } 님이 맡았습니다
event-assigned = { $actor } 님이 { $agent } 님에게 배정했습니다
event-unassigned = { $actor } 님이 배정을 해제했습니다
event-closed = { $actor } 님이 종료했습니다
event-reopened = { $actor } 님이 다시 열었습니다
event-chased = { $actor } 님이 진행 상황을 물었습니다
event-rated = { $actor } 님의 평가: { $score }/5
event-proved = { $actor } 님이 이메일 주소를 확인했습니다
event-delivery-failed = 메일을 전달하지 못했습니다
actor-customer = 고객
actor-agent = 상담원
actor-token = API 토큰
actor-system = 시스템

## Beside the conversation

email-short = 이메일
unproved = 미확인
no-email = 없음
channel = 채널
missing = 아직 없는 정보
rating = 평가
rating-score = { $score } / 5
record = 기록
record-entries = 기록 { $count }건
head-hash = 마지막 기록의 해시

## Keys

keys = 단축키
key-next = 목록에서 다음
key-previous = 목록에서 이전
key-reply = 답변
key-note = 메모
key-assign-me = 내가 맡기
key-close = 종료
key-reopen = 다시 열기
key-inbox = 진행 중인 문의
key-help = 단축키 목록
key-send = 작성한 내용 보내기
key-leave = 작성란 나가기
keys-where = 한 글자 단축키는 입력란 밖에서만, 글자를 조합하지 않을 때만 동작합니다.

## My account

agent-number = 상담원 { $number }
sessions = 로그인된 기기
sessions-why = 모르는 기기가 있으면 종료하고 관리자에게 알리세요.
sessions-none = 로그인된 기기가 없습니다.
session-current = 이 기기
session-times = 로그인 { $created } · 마지막 활동 { $seen }
device-unknown = 알 수 없는 기기
revoke = 종료

## Agents

agents-none = 아직 아무도 없습니다.
refused-requests = 비밀 정보를 요구해 막힌 메시지
refused-requests-why = 최근 90일 동안 고객에게 비밀번호나 인증번호 등을 요구한 메시지입니다. 하나도 보내지 않았고 내용도 저장하지 않았습니다.
refused-requests-none = 막힌 메시지가 없습니다.
refused-requests-count = { $count }회
agent-active = 활동 중
agent-invited = 초대됨
agent-off = 퇴사
invite = 초대
invite-title = 동료 초대
invite-sent = { $email } 주소로 초대를 보냈습니다.
reset = 다시 초대
reset-title = { $name } 님을 다시 초대할까요?
reset-consequence = 기기를 분실했을 때 사용합니다. 로그인, 비밀번호, 2단계 인증이 즉시 종료됩니다. 본인에게 알리고, 메일로 보낸 새 초대에서 다시 설정합니다.
off-board = 퇴사 처리
off-board-title = { $name } 님을 퇴사 처리할까요?
off-board-consequence = 로그인과 토큰이 즉시 종료되고 담당 문의는 대기열로 돌아갑니다.

## API tokens

tokens-why = 토큰은 프로그램이 해당 역할의 권한으로 일하게 합니다. 자동으로 만료되지 않으니 쓰지 않는 토큰은 종료하세요.
tokens-none = 아직 토큰이 없습니다.
token = 토큰
token-create = 토큰 만들기
token-name = 용도
token-name-hint = 사용할 프로그램이나 팀
token-once = 지금 복사하세요. 한 번만 표시됩니다.
token-times = 생성 { $created } · 마지막 사용 { $used }
token-unused = 생성 { $created } · 사용 안 함
token-revoke-title = ‘{ $name }’ 토큰을 종료할까요?
token-revoke-consequence = 이 토큰을 쓰는 프로그램은 바로 거부됩니다.

## What each role does

not-for-you = 여기서 할 일이 없습니다
not-for-you-role = 현재 역할({ $role })로는 이 페이지를 열 수 없습니다.
role-agent-does = 고객에게 답변합니다: 문의 열람, 답변, 메모, 배정, 종료.
role-lead-does = 상담원의 일을 하며 팀을 돌봅니다.
role-editor-does = 도움말 센터를 관리합니다. 고객 문의는 열람하지 않습니다.
role-auditor-does = 문의와 기록을 열람하며 아무것도 바꾸지 않습니다.
role-admin-does = 모든 일을 하며 상담원과 토큰을 관리합니다.
