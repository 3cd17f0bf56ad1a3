### 공식 채널: 설정과 “정말 저희가 맞나요?”.

field-brands = 브랜드
field-domains = 도메인
field-addresses = 이메일 주소
field-phones = 전화번호
field-handles = 계정
error-invalid-domain = “{ $value }”은(는) 도메인이 아니에요. https://와 경로 없이 dengta.example처럼 적어 주세요.
error-domain-shared = “{ $value }”은(는) 누구나 쓸 수 있는 곳이라 공식으로 등록할 수 없어요. 직접 소유한 도메인이나 그곳의 주소, 계정을 적어 주세요.
error-invalid-phone = “{ $value }”은(는) 전화번호가 아니에요. +82 2 1234 5678처럼 국가 번호까지 적어 주세요.
error-invalid-handle = “{ $value }”은(는) 계정 이름이 아니에요. 띄어쓰기 없이 @dengta처럼 적어 주세요.
error-invalid-official-name = “{ $value }”은(는) 이름으로 쓰기에 너무 짧아요. 다른 낱말에도 들어 있으니 두 글자 이상 적어 주세요.
error-listed-twice = “{ $value }”이(가) 두 브랜드의 “{ $field }”에 함께 있어요. 한쪽에만 남겨 주세요.
