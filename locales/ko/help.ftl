help-callout-note = 참고
help-callout-tip = 팁
help-callout-warning = 중요

error-text-newer-title = 다른 사람이 그사이 수정했어요
error-text-newer = 여신 뒤에 내용이 바뀌어 저장하지 않았어요. 입력하신 내용은 그대로 있으니 새 내용을 확인하고 다시 저장해 주세요.
error-second-person-title = 다른 사람이 필요해요
error-second-person = 직접 작성에 참여하셨고, 이 섹션은 다른 사람이 승인해야 해요. 바뀐 것은 없으니 동료에게 부탁해 주세요.
error-approval-wanted-title = 아직 승인되지 않았어요
error-approval-wanted = 이 섹션은 다른 사람이 승인해야 게시돼요. 게시하지 않았으니 먼저 검토를 요청해 주세요.
error-section-not-empty-title = 섹션이 비어 있지 않아요
error-section-not-empty = 문서나 하위 섹션이 있어 삭제하지 않았어요. 먼저 옮겨 주세요.
error-sections-full-title = 섹션이 너무 많아요
error-sections-full = 도움말 센터에는 섹션을 { $max }개까지 둘 수 있어요. 만들지 않았어요.
error-image-too-large-title = 그림이 너무 커요
error-image-too-large = 그림은 { $megabytes }MB까지예요. 저장하지 않았으니 줄여서 다시 올려 주세요.
error-image-type-title = 지원하지 않는 그림이에요
error-image-type = 문서에는 PNG, JPEG, WebP만 표시할 수 있어요. 저장하지 않았으니 다른 형식으로 올려 주세요.
error-section-unknown = ‘{ $field }’의 섹션이 없어요.
error-section-cycle = 섹션을 자기 아래에 둘 수 없어요.
error-section-too-deep = 섹션은 다섯 단계까지 둘 수 있어요.
error-invalid-page-slug = ‘{ $field }’에는 영문 소문자, 숫자, 하이픈 하나씩만 80자까지 쓸 수 있어요.
error-slug-taken = ‘{ $field }’은(는) 다른 페이지에서 쓰고 있어요. 다른 것으로 정해 주세요.
error-too-far-ahead = ‘{ $field }’은(는) 1년 이내로 정해 주세요.
error-invalid-days = ‘{ $field }’은(는) 1일에서 { $max }일 사이예요.
field-section = 섹션
field-parent = 상위 섹션
field-titles = 제목
field-summary = 요약
field-keywords = 검색어
field-related = 함께 읽기
field-review-days = 검토 주기
field-at = 시각
error-lexicon-line = ‘{ $field }’의 { $line }번째 줄을 읽을 수 없어요. 저장하지 않았어요. 한 줄에는 쉼표로 나눈 같은 뜻의 낱말을 적어 주세요.
field-lines = 용어집
help-category-general = 일반
## 고객센터 페이지

help-nav = 도움말
help-title = 도움말
help-lead = 담당자가 직접 작성하고 확인한 답변을 주제별로 모았습니다.
help-empty = 아직 등록된 도움말이 없습니다. 문의해 주시면 담당자가 직접 답변드립니다.
help-all = 전체 주제 보기
help-search = 검색
help-search-label = 도움말 검색
help-search-example = 예: 입금이 반영되지 않아요
help-search-empty = 단어나 문장으로 궁금한 점을 입력하세요.
# max is how many characters
help-search-cut = 질문이 길어 앞부분 { $max }자만 검색했습니다.
help-suggestions = 추천 검색
help-found = “{ $question }” 검색 결과
help-none = 아직 이 질문에 대한 도움말이 없습니다
help-unsure = 찾으시는 답이 없나요?
help-none-lead = 질문을 그대로 보내 주세요. 내용은 이미 입력되어 있으며 담당자가 답변드립니다.
help-none-ask = 이 질문 보내기
help-crumbs = 현재 위치
help-author = 작성: { $name }
help-reviewed-by = { $name } 확인({ $date })
help-reviewed = { $date } 확인
help-changed = { $date } 수정
help-minutes = 읽는 데 약 { $count }분
help-stale = 이 글은 { $date } 이후 확인되지 않아 일부 내용이 바뀌었을 수 있습니다.
help-stale-ask = 확실하지 않다면 문의해 주세요
# wanted and language are names of languages in themselves, such as 日本語
help-other = 이 글은 아직 { $wanted }(으)로 제공되지 않아 { $language }(으)로 표시됩니다.
help-contents = 이 페이지의 내용
help-related = 이어서 읽기
help-versions = 모든 버전
help-version = 버전 { $number }
help-version-from = { $from }부터 { $to }까지 적용
help-version-since = { $from }부터 적용
help-version-was = 버전 { $number }입니다. { $from }부터 { $to }까지 적용되었으며 지금은 적용되지 않습니다.
help-version-is = 버전 { $number }입니다. { $from }부터 적용되고 있습니다.
help-version-today = 현재 적용 중인 버전 보기
help-in-force = 접수 당시 적용된 약관
help-terms = 이용약관
help-privacy = 개인정보 처리방침
# brand is the exchange's name
help-feed = { $brand } 도움말

## 도움이 되었나요?

help-vote = 도움이 되었나요?
help-vote-yes = 예
help-vote-no = 아니요
help-vote-sorry = 알려 주셔서 감사합니다. 무엇을 고치면 좋을까요?
help-vote-why = 어떤 점이 아쉬웠나요?
help-reason-unclear = 이해하기 어려워요
help-reason-outdated = 오래된 내용이에요
help-reason-wrong = 내용이 틀렸어요
help-reason-other = 기타
help-vote-comment = 자세한 의견
help-vote-send = 보내기
help-vote-thanks = 감사합니다. 다음에 읽는 분들께 도움이 됩니다.
help-still = 아직 해결되지 않았나요?
notice-solved = 해결되어 다행입니다. 문의는 접수되지 않았으며, 다시 필요하시면 입력하신 내용이 양식에 남아 있습니다.

## 양식 옆

fits-title = 이미 답이 있을 수 있어요
fits-tab = 새 탭에서 열림
fits-solved = 해결되었어요

## 테마

field-logo = 로고
field-accent-light = 밝은 화면의 강조색
field-accent-dark = 어두운 화면의 강조색
field-header = 상단 링크
field-footer = 하단 링크
field-terms = 이용약관
field-privacy = 개인정보 처리방침
field-href = 주소
error-invalid-colour = “{ $field }”은(는) 색상 값이 아닙니다. #0b61a4처럼 #과 16진수 여섯 자리로 입력해 주세요.
error-contrast-low = “{ $field }”의 배경색 { $ground } 대비 명암비는 { $ratio }:1이며, 읽을 수 있으려면 4.5:1이 필요합니다. 저장되지 않았습니다. 밝은 화면에는 더 어두운 색, 어두운 화면에는 더 밝은 색을 골라 주세요.
error-invalid-href = “{ $field }”은(는) https://로 시작하거나 /로 시작하는 이 사이트의 경로여야 합니다. 저장되지 않았으니 수정해 주세요.
error-picture-unknown = “{ $field }”에 해당하는 이미지가 없습니다. 저장되지 않았으니 먼저 업로드해 주세요.
error-article-unknown = “{ $field }”에 해당하는 글이 없습니다. 저장되지 않았으니 짧은 이름을 확인해 주세요.
