### 보기, 일괄 작업, 장애, 임시 저장

## 보기

field-shared = 공유 대상
field-position = 순서
error-view-filter-alone = “{ $field }”은(는) 열린 문의 전체에서만 쓸 수 있고, 분류와 언어를 함께 쓸 수는 없어요. 이 조건으로 보기를 저장해 주세요.
error-view-not-of-filters = 저장한 보기는 필터로만 만들 수 있고 단어, 따옴표로 묶은 문구, 날짜는 쓸 수 없어요. 필터만 남겨 주세요. 글을 찾으려면 검색을 이용해 주세요.
error-too-many-views-title = 보기가 너무 많아요
error-too-many-views = 보기는 { $max }개까지 저장할 수 있어요. 저장하지 않았으니 쓰지 않는 보기를 먼저 지워 주세요.

## 일괄 작업

field-tickets = 문의
field-action = 작업
error-too-many-tickets = 한 번에 문의 { $max }건까지 처리할 수 있어요. 아무것도 하지 않았으니 더 적게 골라 주세요.
error-bulk-busy-title = 다른 작업이 끝날 때까지 기다려 주세요
error-bulk-busy = 작업 { $max }개가 아직 진행 중이에요. 이 작업은 시작하지 않았으니 하나가 끝나면 다시 시도해 주세요.
error-bulk-running-title = 아직 진행 중이에요
error-bulk-running = 이 작업은 아직 진행 중이에요. 끝나면 되돌릴 수 있어요.
error-bulk-undone-title = 이미 되돌렸어요
error-bulk-undone = 이 작업은 이전에 되돌렸어요. 바뀐 것은 없어요.
error-bulk-lasting-title = 되돌릴 수 없어요
error-bulk-lasting = 되돌릴 수 없는 작업이거나, 되돌릴 수 있는 10분이 지났어요. 바뀐 것은 없으며 문의를 하나씩 바꿀 수 있어요.
error-changed-since-title = 그 뒤에 바뀌었어요
error-changed-since = 그 뒤에 누군가 이 문의를 바꿔서 그대로 두었어요.
error-bulk-stopped-title = 중단했어요
error-bulk-stopped = 시작한 사람에게 더 이상 권한이 없어 이 문의를 처리하기 전에 중단했어요.

## 장애

field-incident = 장애
field-texts = 내용
error-incident-unknown = 진행 중인 그런 장애는 없어요. 바뀐 것은 없으니 목록에서 골라 주세요.
error-incident-closed-title = 종료된 장애예요
error-incident-closed = 종료된 장애라서 보내거나 바꾼 것이 없어요. 문제가 계속되면 새로 등록해 주세요.
error-incident-unlinked-title = 연결이 풀렸어요
error-incident-unlinked = 그사이 이 문의의 장애 연결이 풀려서 답변하지 않았어요.
error-not-awaiting-title = 더 이상 열려 있지 않아요
error-not-awaiting = 그사이 이 문의가 종료되어 답변하지 않았어요.
error-text-language = 내용은 { $known }(으)로 쓸 수 있어요. 이 가운데에서 골라 주세요.

## 임시 저장

field-revision = 판
field-seen = 읽은 곳
error-too-many-drafts-title = 임시 저장이 너무 많아요
error-too-many-drafts = 보내지 않은 글이 { $max }개 있어요. 이 글은 이 브라우저에만 저장되니 몇 개를 보내거나 지워 주세요.
