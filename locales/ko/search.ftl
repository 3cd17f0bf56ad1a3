### 검색과 필터

field-q = 검색
field-query = 필터
error-unknown-filter = “{ $filter }:” 필터는 없어요. 쓸 수 있는 필터는 { $known }예요. 콜론이 들어간 글을 찾으려면 큰따옴표로 묶어 주세요.
error-invalid-filter = “{ $filter }:” 필터에 “{ $value }” 값은 없어요. 입력할 때 나오는 제안에서 골라 주세요.
error-repeated-filter = “{ $filter }:” 필터에 서로 다른 값이 두 개 있어요. 하나만 남겨 주세요.
error-negated-filter = “{ $filter }:” 필터 앞에는 빼기 기호를 쓸 수 없고 -tag:에만 쓸 수 있어요. 기호를 지워 주세요.
error-too-many-terms = “{ $field }”에서는 한 번에 단어를 { $max }개까지 찾을 수 있어요. 몇 개를 빼 주세요.
error-too-many-filters = “{ $field }”에서는 한 번에 태그를 { $max }개까지 쓸 수 있어요. 몇 개를 빼 주세요.
error-search-starting-title = 검색을 준비하고 있어요
error-search-starting = 검색을 아직 여는 중이에요. 다른 기능은 그대로 쓸 수 있어요. 몇 초 뒤에 다시 검색해 주세요.
