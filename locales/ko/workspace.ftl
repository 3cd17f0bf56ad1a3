### The frame of the workspace: views, list, search, many at once, keys, undo.

## Views and the list

views = 보기
view-team = 내 팀
view-snoozed = 보류 중
view-spam = 스팸
view-team-empty = 팀에 진행 중인 문의가 없습니다.
view-snoozed-empty = 보류 중인 문의가 없습니다.
view-spam-empty = 스팸이 없습니다.
view-none = 여기에는 문의가 없습니다.
view-unknown = 보기
views-by-category = 유형별
views-by-language = 언어별
mentions = 나를 언급
mentions-empty = 아직 언급이 없습니다. 동료가 메모에 @와 내 번호를 쓰면 여기에 나타납니다.
mention-by = { $name } 님이 ‘{ $subject }’에서 나를 언급했습니다
until = { $time }까지
standing-open = 진행 중
standing-snoozed = 보류 중
standing-closed = 종료됨
standing-merged = 병합됨
standing-spam = 스팸
priority-urgent = 긴급
priority-high = 높음
priority-normal = 보통
priority-low = 낮음
channel-form-short = 양식
channel-email-short = 이메일
channel-phone-short = 전화
channel-chat-short = 채팅
channel-social-short = 소셜
channel-forum-short = 포럼
channel-api-short = API
new-in-view = ‘{ $view }’에 새 문의 { $count }건
new-on-top = 새 문의 { $count }건
line-live = 실시간 연결됨
line-polling = 몇 초마다 갱신
line-off = 연결 끊김
skip = 본문으로 건너뛰기

## Saved views

view-new = 새 보기
view-edit = 보기 수정
view-edit-named = ‘{ $title }’ 보기 수정
view-save = 보기로 저장
view-title = 이름
view-query = 필터
view-query-hint = 검색과 같습니다. 예: category:deposit state:open assignee:me -tag:vip
view-shared = 볼 수 있는 사람
view-shared-me = 나만
view-shared-team = 팀
view-shared-all = 모두
view-up = 위로
view-down = 아래로
view-place = { $total }개 중 { $place }번째
view-delete = 삭제
view-saved = ‘{ $title }’ 보기를 저장했습니다
view-deleted = ‘{ $title }’ 보기를 삭제했습니다
save = 저장
team = 팀

## Search

search = 문의 검색
search-hint = 검색  category:deposit 미입금
search-results = 검색 결과
search-for = 검색: { $query }
search-none = 찾은 문의가 없습니다. 단어를 줄이거나 필터를 하나 빼 보세요.
search-start = 단어나 따옴표로 묶은 구, 또는 category: state: assignee: tag: before: 같은 필터를 입력하세요.
search-clear = 검색 지우기
search-suggestions = 검색 제안

## Selecting, and one action on many

select = 선택
select-ticket = ‘{ $subject }’ 선택
select-loaded = 전체 { $count }건
bulk = 선택한 문의에
bulk-selected = { $count }건 선택됨
bulk-running = 처리하는 중…
bulk-undoing = 되돌리는 중…
bulk-undone = { $count }건을 되돌렸습니다
bulk-lost = 결과를 받지 못했습니다. 목록에서 어디까지 처리됐는지 확인해 주세요.
bulk-failed = { $count }건은 처리하지 못했습니다.
bulk-did-close = 문의 { $count }건을 종료했습니다
bulk-did-reopen = 문의 { $count }건을 다시 열었습니다
bulk-did-assign = 문의 { $count }건을 { $name } 님에게 배정했습니다
bulk-did-hand-back = 문의 { $count }건의 배정을 해제했습니다
bulk-did-tag = 문의 { $count }건의 태그를 바꿨습니다: { $tags }
bulk-did-priority = 문의 { $count }건의 우선순위: { $priority }
bulk-did-snooze = 문의 { $count }건을 { $time }까지 보류했습니다
bulk-did-wake = 문의 { $count }건의 보류를 풀었습니다
bulk-did-spam = 문의 { $count }건을 스팸으로 표시했습니다
bulk-did-unspam = 문의 { $count }건의 스팸 표시를 지웠습니다
bulk-reply-why = 고객마다 자신의 문의에서 이 답변을 받습니다. 몇 초 동안은 취소할 수 있습니다.
bulk-note-why = 문의마다 메모로 남습니다. 고객에게는 보이지 않습니다.
bulk-did-reply = 문의 { $count }건에 답변했습니다
bulk-did-note = 문의 { $count }건에 메모를 남겼습니다
bulk-did-merge = 문의 { $count }건을 { $into }에 병합했습니다
bulk-did-incident = 문의 { $count }건을 ‘{ $title }’에 연결했습니다
bulk-did-incident-off = 문의 { $count }건을 장애에서 제외했습니다

## What can be done to a ticket

assign = 배정
tag = 태그
priority = 우선순위
snooze = 보류
wake = 보류 해제
spam = 스팸
unspam = 스팸 아님
assign-title = ‘{ $subject }’ 배정하기
assign-hint = 이름, 번호 또는 팀
assign-to = { $name } 님에게 배정
assign-to-me = { $name } (나)
assign-nobody = 배정 안 함
tag-title = ‘{ $subject }’의 태그
tag-hint = 태그 추가 또는 제거
tag-new = 새 태그 #{ $tag }
priority-title = ‘{ $subject }’의 우선순위
snooze-title = ‘{ $subject }’ 보류: 이 시각까지 또는 고객이 답할 때까지
snooze-hint = 2h, 3d, 14:30, 2026-11-25 09:00처럼 입력할 수도 있습니다
snooze-hour = 1시간 뒤
snooze-hours = 4시간 뒤
snooze-tomorrow = 내일 아침
snooze-monday = 월요일 아침
snooze-week = 일주일 뒤
snooze-until = 이때까지

## What was done, and taking it back

toasts = 방금 한 일
dismiss-toast = 닫기
undo = 되돌리기
undone = 되돌림: { $what }
did-close = ‘{ $subject }’ 종료
did-reopen = ‘{ $subject }’ 다시 열림
did-assign = ‘{ $subject }’ → { $name }
did-hand-back = ‘{ $subject }’ 배정 해제
did-priority = ‘{ $subject }’ 우선순위: { $priority }
did-tag = ‘{ $subject }’ 태그: { $tags }
did-snooze = ‘{ $subject }’ { $time }까지 보류
did-wake = ‘{ $subject }’ 보류 해제
did-spam = ‘{ $subject }’ 스팸 표시
did-unspam = ‘{ $subject }’ 스팸 해제
did-send = 카운트다운이 끝나면 답변이 발송됩니다

## The palette

palette = 명령
palette-hint = 명령, 보기, 동료…
palette-none = 맞는 항목이 없습니다
palette-commands = 명령
palette-views = 보기
palette-pages = 페이지
palette-people = 사람
palette-teams = 팀

## Keys

keys-list = 목록
keys-ticket = 문의
keys-writing = 작성
keys-going = 이동과 공통
key-select = 행 선택
key-select-to = 이 행까지 선택
key-select-all = 불러온 행 모두 선택
key-select-none = 선택 해제
key-search = 검색
key-send-close = 보내고 종료, 다음으로
key-macro = 매크로
key-attach = 파일 첨부
key-assign = 배정…
key-tag = 태그…
key-priority = 우선순위…
key-snooze = 보류…
key-wake = 보류 해제
key-merge = 병합…
key-split = 분리…
key-link = 연결…
key-incident = 장애 연결…
key-spam = 스팸 표시 또는 해제
key-customer = 고객 정보
key-palette = 명령 팔레트
key-undo = 마지막 작업 되돌리기
key-views = 보기로 이동…
key-mentions = 나를 언급
key-new-ticket = 고객 대신 새 문의
key-save-view = 현재 목록을 보기로 저장
keys-change = 단축키 바꾸기
keys-kept = 바꾼 단축키는 이 기기에 내 계정용으로 저장됩니다.
keys-preset = 프리셋
keys-preset-dengta = Dengta
keys-preset-zendesk = Zendesk
keys-press = 키를 누르세요…
keys-none = 없음
keys-changed = { $name }: { $keys }
keys-change-named = { $name }: { $keys }. 눌러서 바꾸기
keys-back = 기본값
keys-back-named = { $name }: 기본값으로
keys-remove = 제거
keys-remove-named = { $name }: 단축키 제거
keys-conflict = ‘{ $name }’와 겹침
keys-refused-browser = 브라우저가 쓰는 단축키입니다. 다른 키를 눌러 주세요.
keys-refused-control = 버튼과 입력란에 필요한 키입니다. 다른 키를 눌러 주세요.
keys-reset = 모두 기본값으로
keys-reset-done = 단축키를 기본값으로 되돌렸습니다
