### The help center as its writers see it, and the theme of the customers' pages.

## Frame

articles = 도움말 센터
articles-all = 전체 문서
articles-review = 검토 대기
articles-due = 재확인 필요
articles-outdated = 오래된 번역
articles-broken = 깨진 링크
article-lists = 처리할 일
articles-list = 문서
articles-find = 제목 또는 주소 이름
articles-none = 아직 문서가 없습니다.
articles-none-found = 맞는 문서가 없습니다.
broken-why = 게시된 문서에서 없는 문서나 고객이 볼 수 없는 문서로 이어지는 링크입니다.
broken-none = 모든 링크가 이어집니다.
move-down = { $name } 아래로

## Filters

article-state = 상태
article-state-any = 모든 상태
article-language-any = 모든 언어
state-articles-published = 게시됨
state-articles-writing = 작성 중
state-articles-review = 검토 대기
state-articles-approved = 승인됨
state-articles-scheduled = 게시 예약
state-articles-due = 재확인 필요
state-articles-outdated = 오래된 번역
state-articles-missing = 없음
state-articles-archived = 보관됨

## Where a text stands

article-stands = { $language }: { $marks }
article-version-short = v{ $number }
mark-missing = 아직 없음
mark-published = 게시됨, 버전 { $number }
mark-withdrawn = 게시 중단
mark-writing = 작성 중
mark-review = 검토 대기
mark-approved = 승인됨
mark-scheduled = 게시 예약
mark-scheduled-at = { $time } 게시 예정
mark-due = 재확인 필요
mark-outdated = 오래된 번역
mark-missing-short = 없음
mark-withdrawn-short = 중단
mark-writing-short = 작성 중
mark-review-short = 검토
mark-approved-short = 승인
mark-scheduled-short = 예약
mark-due-short = 재확인
mark-outdated-short = 오래됨
article-votes-short = { $count }명 중 { $helpful }명에게 도움
article-policy-short = 정책

## An article

article = 문서
article-new = 새 문서
article-make = 작성 시작
article-title = 제목
article-first-language = 먼저 쓸 언어
article-summary = 요약
article-summary-hint = 한두 문장. 제목 아래와 검색 결과에 표시됩니다.
article-keywords = 검색어
article-keywords-hint = 고객이 찾을 때 쓸 만한 다른 말. 쉼표로 구분하세요.
article-body = 본문
article-text = 작성
article-slug = 주소 이름
article-slug-hint = 영문 소문자, 숫자, 하이픈. 이전 이름도 계속 여기로 연결됩니다.
article-slug-new-hint = 비워 두면 제목으로 만듭니다.
article-policy = 약관, 개인정보, 규정, 수수료: 고객이 지난 버전도 모두 볼 수 있음
article-related = 이어서 읽기
article-related-add = 이어서 읽을 문서 추가
article-archive = 문서 보관
article-archived = 보관된 문서입니다. 고객에게는 보이지 않고, 내용은 그대로 있습니다.
article-take-back = 복원
article-take-back-named = { $name } 복원
article-public = 고객 페이지
article-languages = 언어
article-panels = 본문 옆
article-panel-preview = 미리 보기
article-panel-versions = 버전
article-panel-original = 원문
article-panel-readers = 독자
article-panel-settings = 위치
article-minutes = 읽는 데 { $count }분
article-length = { $length } / { $max }자
article-broken = 이어지지 않는 링크: { $links }

## The toolbar

article-tool-bold = 굵게
article-tool-italic = 기울임
article-tool-heading = 소제목
article-tool-list = 목록
article-tool-steps = 단계
article-tool-table = 표
article-tool-callout = 강조 상자: 참고, 팁, 중요
article-tool-code = 코드
article-tool-article = 문서 링크
article-tool-picture = 그림
article-picture-alt = 그림 설명
article-picture-sending = { $names } 보내는 중…
article-picture-sent = { $name }을(를) 본문에 넣었습니다.
article-drop = 그림을 여기에 놓으세요

## Keeping what is typed

article-saving = 저장 중…
article-saved = 초안 저장됨
article-unsent = 이 기기에 보관 중, 아직 서버에 없음
article-newer = 그사이 다른 사람이 고쳤습니다. 입력하신 내용은 그대로 있습니다.
article-newer-by = { $name }, { $time }
article-newer-legend = 취소선은 상대방, 밑줄은 내 내용입니다.
article-take-theirs = 상대방 것으로
article-keep-mine = 내 것으로

## Steps to what customers read

article-written = 마지막 작성: { $name }, { $time }
article-approved-by = · 승인: { $name }
article-goes-out = { $time } 게시 예정
article-returned-by = { $name } 님이 돌려보냄:
article-published = 고객이 보는 버전 { $number }: { $name }, { $time }
article-unpublished = 고객은 이 언어로 볼 수 없습니다.
article-reviewed = 확인: { $name }, { $date }
article-due-on = 다음 확인: { $date }
article-due-since = { $date }부터 재확인 필요
article-changing = 고치면 승인이 취소됩니다.
article-two-people = 이곳은 두 사람이 필요합니다. 작성하지 않은 사람이 승인합니다.
article-two-people-you = 이곳은 두 사람이 필요합니다. 먼저 승인해야 게시할 수 있습니다.
article-two-people-not-you = 이곳은 두 사람이 필요합니다. 직접 작성에 참여하셨으니 동료가 승인해야 게시됩니다.
article-more = 이 글의 다른 작업
article-did-submit = 검토 요청
article-did-approve = 승인
article-did-return = 돌려보냄
article-did-publish = 게시
article-did-schedule = { $time } 게시 예약
article-did-unschedule = 게시 예약 취소
article-did-discard = 초안 버림
article-did-restore = 버전 { $number }을(를) 초안으로
article-did-confirm = 내용 확인
article-did-make = 문서 만들기
article-did-move = 문서 이동
article-did-change = 문서 변경
article-did-archive = 보관
article-did-take-back = 복원
article-return-title = 작성자에게 돌려보내기
article-remark = 고칠 점
article-schedule-title = 게시 예약
article-schedule-at = 날짜와 시간(내 시간대)
article-schedule-past = 앞으로 올 시간을 골라 주세요.
article-withdraw-title = 고객에게서 이 글을 내릴까요?
article-withdraw-consequence = 이 언어로는 아무도 찾을 수 없게 됩니다. 버전은 남아 있어 다시 게시할 수 있습니다.

## Versions and differences

versions = 버전
versions-none = 이 언어로 게시된 적이 없습니다.
versions-from = 이전
versions-to = 이후
version-number = 버전 { $number }
version-draft = 작성 중인 내용
version-current = 고객이 보는 버전
version-reviewed = 확인: { $name }
version-translates = { $language } 버전 { $number } 번역
version-restore = 되살리기
version-restore-named = 되살리기: 버전 { $number }
diff-none = 차이가 없습니다.
diff-gap = · { $count }줄 그대로 ·

## Translations

original-none = 번역할 다른 언어가 없습니다. 게시된 내용이 더 없습니다.
original-language = 원문
original-says = 이 글은 { $language } 버전 { $number }의 내용과 같음
original-shown = 원문 표시
original-since = 버전 { $number } 이후 바뀐 점
original-whole = 전체

## What readers said

readers-all-languages = 모든 언어
readers-none = 아직 독자 의견이 없습니다.
readers-helpful = 도움이 됨
readers-unhelpful = 도움이 안 됨
readers-solved = 문의 없이 해결
readers-comments = 독자 의견
vote-reason-unclear = 이해하기 어려움
vote-reason-outdated = 오래된 내용
vote-reason-wrong = 틀린 내용
vote-reason-other = 기타

## Sections

section = 섹션
sections = 섹션
sections-all = 모든 섹션
sections-edit = 섹션 편집
sections-why = 고객이 도움말 센터 첫 화면에서 고르는 분류와 그 아래 섹션입니다.
sections-none = 아직 섹션이 없습니다.
sections-first = 문서는 섹션 안에 있어야 하는데 아직 섹션이 없습니다. 게시 권한이 있는 사람이 먼저 만들어야 합니다.
section-new = 새 섹션
section-articles = 문서 { $count }개
section-slug-hint = 영문 소문자, 숫자, 하이픈
section-parent = 상위 섹션
section-top = 없음(분류)
section-days = 문서 재확인 간격(일)
section-days-hint = 비우면 상위 섹션과 같음
section-review-every = { $count }일마다 재확인합니다.
section-review-short = { $count }일마다 재확인
section-review-never = 재확인 간격이 없습니다.
section-two-people = 게시에 두 사람 필요: 한 사람이 쓰고 다른 사람이 승인
section-two-people-short = 두 사람
section-two-people-here = 이곳은 게시에 두 사람이 필요합니다.
section-did-make = ‘{ $name }’ 섹션 만들기
section-did-change = ‘{ $name }’ 섹션 변경
section-did-move = ‘{ $name }’ 섹션 이동
section-did-remove = ‘{ $name }’ 섹션 삭제

## Words that mean the same

words = 같은 뜻의 말
words-why = 검색은 업계 용어를 이미 알고 있어요. 여기서는 우리만의 말을 가르쳐 주세요. 상품 이름, 고객이 부르는 말, 자주 틀리는 표기 같은 것이에요. 저장하면 바로 적용돼요.
words-languages = 말의 언어
words-list = 낱말 묶음
words-none = 이 언어에는 아직 직접 추가한 묶음이 없어요.
words-add-label = 새 묶음
words-edit-label = 낱말 묶음
words-add = 추가
words-hint = 뜻이 같은 낱말이나 표현을 쉼표로 나눠 적어 주세요. 예: 예치, 스테이킹, 이자 받기
words-alone = 뜻이 같은 낱말을 쉼표로 나눠 두 개 이상 적어 주세요.
words-leads = 이것도 찾음
words-little = 의미가 적은 말
words-did-add = 추가함: { $line }
words-did-change = 변경함: { $line }
words-did-remove = 삭제함: { $line }
words-more = 다른 형식의 줄
words-more-leads-example = 사기, 피싱 > 계정 보안
words-more-leads = 앞의 말을 물으면 뒤의 것도 찾지만, 반대로는 찾지 않아요.
words-more-weight-example = 0.6: 분실, 도난
words-more-weight = 뜻이 비슷하지만 똑같지는 않을 때, 다른 낱말이 차지하는 비중이에요. 0부터 1까지예요.
words-more-little-example = ~ 혹시, 어떻게 하면
words-more-little = 무엇을 찾는지 거의 알려 주지 않는 말이에요.
words-more-remark-example = # 작년 상품 이름
words-more-remark = 동료에게 남기는 메모예요.
words-try = 질문해 보기
words-try-hint = 고객처럼 물어보세요.
words-try-writing = 지금 적고 있는 묶음도 저장하기 전에 함께 시험해요.
words-now = 저장된 상태에서
words-then = 지금 적는 것을 더하면
words-new = 새로 나옴
words-found-none = 찾은 것이 없어요.
words-unsure = 검색이 확신하지 못하는 결과라 고객에게 문의 양식도 함께 안내해요.

## Theme

settings-theme = 고객 페이지 모양
theme-why = 도움말 센터, 문의 양식, 문의 페이지의 로고, 색, 링크입니다. 비워 두면 기본값을 씁니다.
theme-logo = 로고
theme-logo-choose = 그림 선택
theme-logo-none = 이름으로 표시
theme-logo-hint = PNG, JPEG, WebP. 짙은 파란 바탕에 높이 28픽셀로 표시됩니다.
theme-accent-light = 밝은 화면에 강조색 지정
theme-accent-dark = 어두운 화면에 강조색 지정
theme-accent-hint = 읽기 어려운 색은 저장할 때 거절됩니다.
theme-header = 위쪽 링크
theme-footer = 아래쪽 링크
theme-link-add = 링크 추가
theme-link-new = 새 링크
theme-link-to = 이동할 주소
theme-link-hint = https://… 또는 /로 시작하는 이 사이트의 페이지
theme-terms = 약관 문서
theme-privacy = 개인정보 문서
theme-article-hint = 문서의 주소 이름. 없으면 비워 두세요
theme-choose = 선택…
theme-choose-named = 선택… { $name }

## Keys

keys-article = 도움말 센터
key-articles = 도움말 센터
key-article-new = 새 문서
key-article-write = 본문 쓰기
key-article-submit = 검토 요청
key-article-approve = 승인
key-article-return = 돌려보내기
key-article-publish = 지금 게시
key-article-schedule = 게시 예약
key-article-unschedule = 게시 예약 취소
key-article-confirm = 여전히 맞음
key-article-discard = 초안 버리기
key-article-withdraw = 게시 중단
key-article-next-language = 다음 언어
key-article-previous-language = 이전 언어
key-article-preview = 미리 보기
key-article-versions = 버전과 차이
key-article-original = 번역 옆에 원문
key-article-readers = 독자 의견
key-article-settings = 위치, 주소, 보관
