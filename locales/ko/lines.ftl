### The agents' side of live conversations: presence, offers, the screen of chats, the strip in a conversation.

## Taking conversations

presence-on = 상담 가능
presence-off = 자리 비움
presence-on-why = 기다리는 고객이 한도까지 배정됩니다. 꺼도 진행 중인 상담은 그대로 유지됩니다.
presence-off-why = 새 고객이 배정되지 않습니다. 진행 중인 상담은 그대로 유지됩니다.
did-available = 이제 상담을 받습니다
did-away = 더 이상 상담이 배정되지 않습니다
sound = 알림음
sound-on = 새 상담과 새 메시지를 소리로 알립니다
sound-off = 새 상담과 새 메시지를 소리 없이 알립니다

## Offers

offer-title = 기다리는 고객이 있습니다
offer-announced = 기다리는 고객: { $name }, { $category }, { $language }
offer-about = { $category } · { $language }
offer-take = 받기
offer-pass = 넘기기
take-over = 인계받기

## The screen of chats

chats = 채팅
chats-calls = 처리할 대화 { $count }건
chats-offered = 나에게 배정됨
chats-mine = 내 상담
chats-mine-none = 진행 중인 상담이 없습니다. 다음 고객이 여기에 배정됩니다.
chats-mine-away = 진행 중인 상담이 없습니다. 상담 받기를 켜면 고객이 배정됩니다.
chats-waiting = 대기 중
chats-waiting-none = 기다리는 고객이 없습니다.
chats-others = 다른 상담원 또는 도우미
chats-others-none = 진행 중인 다른 상담이 없습니다.
chats-agents = 지금 상담원 { $count }명이 상담을 받고 있습니다.
chat-unread = 새 글

## A conversation that goes on

line = 연결 상태
line-there = 접속 중
line-away = 자리 비움
line-waited = { $time } 대기
line-place = 대기 순번 { $place }
line-told = 안내된 대기 { $low }–{ $high }분
line-told-one = 안내된 대기 약 { $low }분
line-with-you = 나와 상담 중
line-with = { $name }와 상담 중
line-state-assistant = 도우미가 응대 중
line-state-waiting = 상담원 대기 중
line-state-talking = 상담 중
line-page = 보고 있는 페이지
line-hand-over = 인계
line-end = 상담 종료
line-end-why = 티켓은 남습니다. 남은 일은 티켓에서 이어 갑니다.
did-line-end = { $name } 님과의 상담을 종료했습니다
customer-writes = { $name } 님이 입력 중…
enter-sends = 실시간 상담에서는 Enter로 보내기
delivery-live = 바로 전달됨
delivery-read = 읽음

## The assistant

assistant = 도우미
assistant-did-answer = 도움말로 답변
assistant-did-ask = 되물음
assistant-did-unsure = 확실한 답을 찾지 못함
assistant-did-hand-over = 상담원 연결
assistant-did-courtesy = 인사
assistant-sources = 출처:
assistant-offered = 제안:

## Events

event-queued-asked = 고객이 상담원을 요청하고 기다립니다
event-queued-risk = 바로 상담원이 필요합니다. 고객이 기다립니다
event-queued-unknown = 도우미가 답하지 못해 고객이 상담원을 기다립니다
event-queued-direct = 고객이 상담원을 기다립니다
event-queued-handed-over = 인계: 고객이 원래 순번으로 다시 기다립니다
event-queued-agent-gone = 상담원이 나가서 고객이 원래 순번으로 다시 기다립니다
event-ended-agent = { $actor }: 상담을 종료했습니다
event-ended-customer = 고객이 상담을 종료했습니다
event-ended-closed = 티켓이 닫혀 상담이 종료되었습니다
event-ended-left = 고객이 상담에서 나갔습니다
event-ended-idle = 오랫동안 대화가 없어 상담이 종료되었습니다
event-ended-nobody = 접속한 상담원이 없어 상담이 종료되었습니다. 여기에서 이어집니다
event-categorised = { $actor }: 분류 변경 { $was } → { $category }

## The category

category-change = 분류
category-title = “{ $subject }”의 분류
category-find = 분류
did-category = “{ $subject }”: { $category }

## Keys

keys-line = 채팅
key-chats = 채팅
key-category = 분류…
key-offer-take = 배정된 고객 받기
key-offer-pass = 배정된 고객 넘기기
key-line-take = 열린 상담 받기
key-line-end = 열린 상담 종료
key-available = 상담 받기 켜기/끄기
key-sound = 알림음 켜기/끄기

## Settings

settings-chat = 채팅
chat-why = 사이트의 채팅 버튼: 제공 여부, 도우미가 먼저 답할지, 어느 사이트에 둘 수 있는지 정합니다.
chat-enabled = 고객이 상담을 시작할 수 있음
chat-assistant = 상담원보다 도우미가 먼저 답함
chat-sites = 둘 수 있는 사이트, 한 줄에 하나씩
chat-sites-hint = 예: https://www.exchange.example. 비우면 어느 사이트에나 둘 수 있습니다. 가짜 사이트에 표시되지 않도록 사이트를 적어 주세요.
skills = 상담 설정
skills-named = { $name }의 상담 설정
skills-capacity = 동시 상담 수
skills-capacity-hint = 0~50. 0이면 배정되지 않습니다.
skills-languages = 구사하는 언어
skills-languages-hint = 선택하지 않으면 모든 언어의 고객이 배정됩니다.
skills-unknown = 이 서버는 현재 설정을 알려 주지 않습니다. 저장하면 대체됩니다.
