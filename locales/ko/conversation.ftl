### The conversation: timeline, composer, customer, and the dialogs about a ticket.

## The timeline

events-folded = 이벤트 { $count }건
quote-show = 인용문 보기
quote-hide = 인용문 숨기기
withdrawn = 고객이 보기 전에 회수됨
call-noted = 전화 통화
split-from = 분리 원본:
on-merged = { $reference }에서
file-download = { $name } 내려받기
delivery-resting = 몇 초 후 발송
secret-taken-why = 저장되기 전에 삭제되어 여기서는 아무도 볼 수 없습니다.
secret-kept-why = 비밀 정보일 수 있어 봉인해 두었습니다. 보낼지 파기할지는 고객만 정할 수 있습니다.
secret-undecided = 비밀 정보일 수 있는 내용이 있습니다. 보여 줄지는 고객이 결정합니다.

## Events

event-assigned-team = { $actor } 님이 { $team } 팀에 넘겼습니다
event-assigned-both = { $actor } 님이 { $team } 팀 { $agent } 님에게 배정했습니다
event-prioritised = { $actor } 님이 우선순위를 변경: { $priority }
event-tagged = { $actor } 님이 태그 추가: { $add }
event-untagged = { $actor } 님이 태그 삭제: { $remove }
event-retagged = { $actor } 님이 태그 변경: +{ $add }, −{ $remove }
event-snoozed = { $actor } 님이 { $time } 또는 고객 답변까지 보류했습니다
event-woken-time = 정한 시각이 되어 보류가 해제되었습니다
event-woken-answer = 고객이 답변해 보류가 해제되었습니다
event-woken-agent = { $actor } 님이 보류를 해제했습니다
event-withdrawn = { $actor } 님이 { $number }번 답변을 회수했습니다
event-redacted = { $number }번 메시지에서 비밀 정보의 일부를 삭제했습니다
event-secret-sent = 고객이 비밀 정보가 아니라고 결정하고 보냈습니다
event-secret-destroyed = 고객이 비밀 정보일 수 있는 내용을 파기했습니다: { $kind }
event-secret-expired = 고객이 결정하지 않아 비밀 정보일 수 있는 내용을 파기했습니다: { $kind }
event-merged = { $actor } 님이 다음으로 병합:
event-absorbed = { $actor } 님이 여기에 병합:
event-unmerged = { $actor } 님이 병합을 취소:
event-released = { $actor } 님이 병합에서 분리:
event-split = { $actor } 님이 { $number }번 메시지를 분리:
event-linked = { $actor } 님이 연결:
event-unlinked = { $actor } 님이 연결 해제:
event-spam-marked = { $actor } 님이 스팸으로 표시했습니다
event-spam-cleared = { $actor } 님이 스팸이 아니라고 표시했습니다
event-incident-linked = { $actor } 님이 다음에 연결:
event-incident-unlinked = { $actor } 님이 다음에서 제외:

## The head of a conversation

snoozed-until = { $time } 또는 답변까지
viewing = { $name } 님이 보는 중
typing-reply = { $name } 님이 답변 작성 중
typing-note = { $name } 님이 메모 작성 중
tag-remove = { $tag } 태그 삭제
more-actions = 추가 작업
merged-into = 병합되었습니다. 이어지는 문의:

## The composer

macro = 매크로
attach = 파일 첨부
send-close = 보내고 종료
uploading = 업로드 중…
drop-files = 여기에 파일을 놓으세요
formatting = 서식
mark-bold = 굵게
mark-italic = 기울임꼴
mark-list = 목록
mark-quote = 인용
mark-code = 코드
mark-link = 링크
preview = 미리보기
preview-empty = 아직 미리 볼 내용이 없습니다.
mention = 동료 언급
closes-after = 보낸 뒤 종료
closes-not = 종료하지 않기
draft-taken = 이 글에 비밀 정보가 있습니다. 이 화면에만 남고, 임시 저장본에서는 삭제됩니다.
asks-say = 대신 이렇게 쓸 수 있습니다:
asks-put-in = 이 문장으로 바꾸기
draft-newer = 다른 기기에서 이 초안을 이어 쓰셨습니다:
draft-take = 그 초안 사용
draft-keep = 이 초안 유지
draft-both = 둘 다 합치기
files = 파일
file-remove = { $name } 제거
upload-progress = { $size } 중 { $percent }%
upload-resume = 이어서 올리기
upload-again = 이어서 올리려면 다시 선택
too-many-files = 메시지 하나에 파일을 { $max }개까지 첨부할 수 있습니다.

## Sending

did-reply = ‘{ $subject }’ 답변

## Macros

macros = 매크로
macro-search = 매크로 찾기
macros-none = 아직 매크로가 없습니다.
macros-none-found = 일치하는 매크로가 없습니다.
macro-other-language = 고객의 언어가 아님
macro-also = 함께 실행
macro-does-tag = 태그: { $tags }
macro-does-priority = 우선순위: { $priority }
macro-does-assign = { $team } 팀에 넘기기
macro-does-close = 보낸 뒤 종료
macro-used = { $count }회 사용
macro-insert = 삽입

## Merging, splitting, linking

do-merge = 병합
do-link = 연결
do-split = 분리
do-incident = 장애에 연결
likely-the-same = 중복일 수 있음
why-same-customer = 같은 고객
why-same-category = 같은 분류
why-same-txid = 같은 거래 또는 주문
why-similar-text = 비슷한 내용
why-flood = 여러 고객이 같은 문의 중
merged-here = 여기에 병합됨
unmerge = 병합 취소
linked = 연결됨
unlink = 연결 해제
find-ticket = 문의 번호 또는 검색어
find-none = 찾지 못했습니다.
merge-title = { $reference } 병합
merge-why = 한 고객이 같은 문제로 보낸 두 문의를 합칩니다. 이후 두 대화가 함께 표시됩니다.
merge-goes-on = 이어갈 문의
merge-preview = { $from } 문의를 { $into }에 병합합니다. 타임라인에 { $count }건이 표시됩니다.
merge-undoable = 언제든 취소할 수 있으며 아무것도 사라지지 않습니다.
merge-impossible = 이 둘은 병합할 수 없습니다.
refused-asks-for-secret = 고객에게 비밀 정보를 요구하는 내용이라 보낼 수 없습니다.
refused-already-merged = 이미 병합된 문의입니다. 먼저 병합을 취소하세요.
refused-merge-cycle = 이미 같은 문의에 속해 있습니다.
refused-merge-other-customer = 고객이 다릅니다. 대신 연결하세요.
refused-merge-too-many = 이미 병합된 문의가 너무 많습니다.
link-title = { $reference } 연결
link-why = 서로 관련은 있지만 따로 처리하는 문의에 씁니다.
split-title = 메시지 분리
split-why = 같은 고객의 다른 문제를 위한 별도 문의가 됩니다. 이 대화에도 그대로 남습니다.
split-message = 메시지
did-merge = { $from } → { $into } 병합
did-unmerge = { $reference } 병합 취소
did-link = { $reference } 연결
did-unlink = { $reference } 연결 해제
did-split = { $reference }(으)로 분리

## New tickets

new-ticket = 새 문의
create-ticket = 문의 만들기
did-create = { $reference } 생성
customer-find = 이름이나 이메일로 고객 찾기
customer-none = 찾지 못했습니다. 아래에 입력하세요.
customer-other = 다른 고객
customer-claimed = 입력한 주소는 고객이 메일의 링크를 열어야 확인됩니다.
customer-language = 고객 언어

## Incidents

incident = 장애
incident-why = 원인이 같은 문의를 한 장애에 연결하면 한 번의 공지로 모두에게 답할 수 있습니다.
incident-tickets = 문의 { $count }건
incidents-none = 진행 중인 장애가 없습니다.
incident-unlink = 장애에서 제외
incident-new = 새 장애
incident-title = 무엇이 문제인가
incident-text = 파악된 내용
incident-open = 만들고 연결
did-incident = ‘{ $title }’에 연결
did-incident-off = 장애에서 제외

## The customer

time-there = 현지 시각
other-cases = 다른 문의
ratings = 평가
ratings-mean = 평균 { $mean }/5, { $count }회
customer-notes = 고객 메모
customer-note-add = 고객 메모 추가
customer-tag = 태그
customer-tag-title = { $name } 고객의 태그
customer-block = 차단
customer-unblock = 차단 해제
customer-blocked = 차단됨: 보내는 내용은 스팸이 되고 메일로 알리지 않습니다.
remove = 삭제
did-customer-tag = { $name } 고객 태그 변경
did-customer-note = 메모 추가
did-customer-unnote = 메모 삭제
did-block = { $name } 고객 차단
did-unblock = { $name } 고객 차단 해제
