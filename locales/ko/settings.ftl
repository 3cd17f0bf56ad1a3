### 팀, 태그, 매크로, 설정에서 잘못된 점.

## 항목

field-title = 제목
field-group = 그룹
field-texts = 문구
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
