### 팀, 태그, 매크로, 설정에서 잘못된 점.

## 항목

field-title = 제목
field-group = 그룹
field-actions = 동작
field-visible-to = 공개 범위
field-team = 팀
field-members = 구성원
field-description = 설명
field-colour = 색상
field-zh-CN = 简体中文 문구
field-zh-TW = 繁體中文 문구
field-en = English 문구
field-ko = 한국어 문구
field-ja = 日本語 문구

## 항목에서 잘못된 점

error-name-taken = 같은 이름이 이미 있어요. 저장된 것은 없으니 “{ $field }”에 다른 이름을 적어 주세요.
error-too-many = “{ $field }”에는 { $max }개까지 넣을 수 있는데 { $actual }개가 있어요. 저장된 것은 없으니 몇 개를 빼 주세요.
error-member-unknown = “{ $field }”에 이곳에서 일하지 않는 사람이 있어요. 저장된 것은 없으니 상담원 목록에서 골라 주세요.
error-action-twice = 같은 종류의 동작이 두 번 있어요. 저장된 것은 없으니 하나만 남겨 주세요.
error-template-broken = “{ $field }”의 { $line }번째 줄을 읽을 수 없어요. 중괄호나 따옴표, 끝맺는 문장이 빠졌어요. 고쳐서 다시 저장해 주세요.
error-template-refused = “{ $field }”의 { $line }번째 줄에 매크로에서 쓸 수 없는 표현이 있어요. 자리표시자, if, else, include만 쓸 수 있어요.
error-template-placeholder = “{ $field }”의 “{ $name }”은(는) 없는 자리표시자예요. 목록에서 골라 주세요.
error-template-long = “{ $field }”을(를) 만드는 데 너무 오래 걸려요. 불러오는 매크로를 줄여 주세요.
error-template-large = “{ $field }”이(가) 메시지 한도인 { $max }자를 넘어요. 줄이거나 덜 불러와 주세요.
error-include-loop = “{ $field }”이(가) 자기 자신을 불러와요: { $path }. 그중 하나를 빼 주세요.
error-include-many = “{ $field }”이(가) “{ $title }”에서 매크로를 너무 많이, 또는 너무 깊이 불러와요. 줄여 주세요.
error-include-unknown = “{ $field }”이(가) “{ $title }”을(를) 불러오는데, 모두에게 공개된 매크로 중에 그런 제목이 없어요. 제목을 확인해 주세요.

## 문제

error-setting-moved-title = 다른 사람이 먼저 바꿨어요
error-setting-moved = 여신 뒤에 다른 사람이 새 버전을 저장해서 이번 것은 저장하지 않았어요. 적으신 내용은 남아 있으니 바뀐 것을 보고 다시 저장해 주세요.
error-macro-included-title = 다른 매크로가 불러오고 있어요
error-macro-included = 다음 매크로가 불러오고 있어서 그대로 두었어요: { $titles }. 먼저 거기서 빼 주세요.
error-macros-full-title = 매크로가 너무 많아요
error-macros-full = 매크로는 { $max }개까지 만들 수 있어요. 저장된 것은 없으니 쓰지 않는 것을 지워 주세요.

## 설정: 항목

field-categories = 카테고리
field-calendars = 캘린더
field-offered = 제공 언어
field-default = 기본 언어
field-slug = 짧은 이름
field-promise = 답변 약속
field-time-zone = 시간대
field-holidays = 휴일
field-hours = 시간
field-date = 날짜
field-labels = 이름
field-choices = 선택지
field-hints = 설명 문구
field-names = 이름
field-channel = 채널
field-call = 통화

## 설정: 잘못된 점

error-invalid-time-zone = “{ $field }”은(는) 시간대가 아니에요. Asia/Seoul처럼 골라 주세요.
error-invalid-date = “{ $field }”은(는) 날짜가 아니에요. 2026-10-01처럼 적어 주세요.
error-invalid-clock = “{ $field }”은(는) 시각이 아니에요. 09:00처럼 적어 주세요.
error-invalid-promise = “{ $field }”은(는) 가장 빠른 값에서 가장 늦은 값 순서로, 1 이상 2400 이하여야 해요.
error-invalid-slug = “{ $field }”에는 영문 소문자와 숫자만 쓸 수 있고 영문자로 시작해야 해요.
error-category-missing = “{ $slug }”이(가) 빠졌어요. 기본 카테고리는 끌 수는 있지만 뺄 수는 없어요.
error-category-used = “{ $slug }”에는 문의가 있어서 뺄 수 없어요. 대신 꺼 주세요.
error-category-needed = 이 카테고리는 끌 수 없어요. 계정이 잠기거나 도난당한 분에게는 다른 방법이 없어요.
error-always-open = 이 양식은 누구에게나 열려 있어야 해요. 계정이 잠긴 분은 먼저 로그인할 수 없어요.
error-channel-off = 설정에서 꺼 둔 채널이에요. 저장된 것은 없어요.

## 문제

error-form-proved-title = 먼저 본인 확인이 필요해요
error-form-proved = 이 양식은 저희가 확인한 고객님만 쓸 수 있어요. ‘내 문의’에서 메일로 링크를 받거나 거래소에서 들어와 주세요. 로그인할 수 없다면 계정 복구 양식은 누구나 쓸 수 있어요.
error-form-signed-in-title = 거래소에서 들어와 주세요
error-form-signed-in = 이 양식은 거래소에 로그인한 고객님만 쓸 수 있어요. 거래소에서 고객센터를 열어 주세요. 로그인할 수 없다면 계정 복구 양식은 누구나 쓸 수 있어요.

## 고객에게 보이는 상담 시간

hours-open = 지금 상담 중이에요 ({ $time }까지)
hours-closed = 상담은 { $time }에 다시 시작해요. 지금 보내셔도 순서대로 처리돼요
duration-working-hours = 업무 시간 기준 { $count }시간
range-working-hours = 업무 시간 기준 { $from }~{ $to }시간
