### Words shared by server and browser: categories, states, roles, channels, languages, fields, times.

## Ticket categories: name, and one line that tells a customer whether it is theirs

category-deposit = 입금이 반영되지 않아요
category-deposit-hint = 보냈지만 잔고가 그대로인 경우
category-tag = 태그·메모를 잘못 쓰거나 빠뜨렸어요
category-tag-hint = XRP, XLM, TON, ATOM처럼 태그가 필요한 입금
category-missent = 잘못된 코인·네트워크·주소로 보냈어요
category-missent-hint = 다른 네트워크로 보냈거나 지원하지 않는 토큰인 경우
category-withdrawal = 출금이 처리되지 않아요
category-withdrawal-hint = 심사 중, 대기 중, 실패, 또는 취소하고 싶은 경우
category-fiat = 은행 이체와 법정화폐
category-fiat-hint = 은행 이체가 반영되지 않았거나 금액이 다른 경우
category-trade = 주문 실패 또는 이상 체결
category-trade-hint = 먼저 거래를 멈추고 주문 번호를 알려 주세요
category-derivatives = 선물과 강제 청산
category-derivatives-hint = 청산 가격, 펀딩 비율, 증거금
category-verification = 본인 인증이 통과되지 않았어요
category-verification-hint = 반려되었거나 심사 중이거나 한도를 올려야 하는 경우
category-recovery = 로그인 불가, 2단계 인증 기기 분실
category-recovery-hint = 로그인하지 않아도 여기서 시작할 수 있어요
category-security = 계정에 이상한 활동이 있어요
category-security-hint = 본인이 하지 않은 로그인이나 자금 이동
category-api = API와 자동 매매
category-api-hint = 오류, 요청 제한, 키 권한
category-phishing = 피싱·사칭 상담원 신고
category-phishing-hint = 의심스러운 사이트, 메일, 전화, SNS 계정
category-question = 규정, 수수료, 이용 방법
category-question-hint = 수수료, 한도, 처음 시작하기
category-other = 기타 문의
category-other-hint = 위에 해당하지 않으면 여기에 적어 주세요

## States of a ticket, as agents and customers see them

state-open = 진행 중
state-closed = 종료됨
awaiting-agent = 상담원 답변 대기
awaiting-customer = 고객 답변 대기
assurance-claimed = 본인 주장
assurance-proved = 이메일 확인됨
assurance-signed-in = 로그인됨
assurance-trusted = API가 보증함

## Channels, and what each is good for

channel-form = 문의 양식
channel-form-for = 자세한 확인이나 조사가 필요할 때
channel-email = 이메일
channel-email-for = 급하지 않거나 설명이 긴 경우
channel-phone = 전화
channel-phone-for = 계정 도용 같은 긴급 상황
channel-chat = 실시간 채팅
channel-chat-for = 급하거나 단계별 안내가 필요할 때
channel-social = 소셜 미디어
channel-social-for = 개인정보가 없는 짧은 공개 질문
channel-forum = 커뮤니티 포럼
channel-forum-for = 다른 이용자와 경험을 나눌 때
channel-api = API

## Languages call themselves the same everywhere

language-zh-CN = 简体中文
language-zh-TW = 繁體中文
language-en = English
language-ko = 한국어
language-ja = 日本語

## Roles of those who work here

role-agent = 상담원
role-lead = 리더
role-editor = 편집자
role-auditor = 감사자
role-admin = 관리자

## Choices of fields

choice-lost-item-password = 비밀번호
choice-lost-item-totp = 2단계 인증 기기 또는 인증 앱
choice-lost-item-passkey = 패스키
choice-lost-item-locked = 계정이 잠겼어요
choice-lost-item-other = 기타
choice-funds-moved-yes = 네, 자금이 빠져나갔어요
choice-funds-moved-no = 아니요
choice-funds-moved-unsure = 잘 모르겠어요
choice-entered-anything-yes = 네, 입력하거나 서명했어요
choice-entered-anything-no = 아니요
choice-entered-anything-unsure = 잘 모르겠어요

## Fields: label, example, and why it is asked

field-coin = 코인
field-coin-example = BTC
field-coin-why = 코인마다 지갑과 상태가 달라요
field-network = 네트워크
field-network-example = Ethereum (ERC-20)
field-network-why = 같은 코인도 네트워크마다 확인 수와 시간이 달라요
field-tx-id = 거래 ID (TxID)
field-tx-id-example = 9f3c7a1be2d4…
field-tx-id-why = 이 값으로 블록체인에서 전송을 찾을 수 있어요
field-address = 받는 주소
field-address-example = bc1q9v4…7k2m
field-address-why = 자금이 어디로 갔는지 확인해요
field-amount = 수량
field-amount-example = 0.5
field-amount-why = 쉼표 없이 정확한 숫자, 소수점 8자리까지
field-source-address = 보낸 주소
field-source-address-example = rEb8TK3g…NiNkE
field-source-address-why = 고객님이 보낸 자금인지 확인해요
field-tag = 입력한 태그 또는 메모
field-tag-example = 104857
field-tag-why = 입력하지 않았다면 비워 두세요
field-time = 발생 시각
field-time-example = 2026-11-20 13:02
field-time-why = 기록에서 찾기 위해서예요. 대략이라도 괜찮아요
field-rail = 이체 방식
field-rail-example = 계좌 이체, SEPA, SWIFT
field-rail-why = 방식마다 걸리는 시간이 달라요
field-bank = 은행
field-bank-example = 국민은행
field-bank-why = 해당 은행에 확인하기 위해서예요
field-bank-reference = 이체 참조 번호
field-bank-reference-example = DT-7F2A91C0
field-bank-reference-why = 은행이 이 번호로 이체를 찾아요
field-value-date = 기산일
field-value-date-example = 2026-11-19
field-value-date-why = 은행이 처리한 날짜예요. 이체 확인증에 있어요
field-currency = 통화
field-currency-example = KRW
field-currency-why = 해당 통화 계정을 확인해요
field-pair = 거래 페어
field-pair-example = BTC/USDT
field-pair-why = 페어마다 호가창이 달라요
field-order-type = 주문 유형
field-order-type-example = 지정가, 시장가, 스탑
field-order-type-why = 유형마다 체결 규칙이 달라요
field-order-id = 주문 번호
field-order-id-example = 7F2A91C0
field-order-id-why = 주문 내역에서 확인할 수 있어요
field-trade-id = 체결 번호
field-trade-id-example = 88213407
field-trade-id-why = 특정 체결만 문제일 때 적어 주세요
field-entry-order = 진입 주문 번호
field-entry-order-example = 7F2A91C0
field-entry-order-why = 포지션의 시작을 확인해요
field-exit-order = 청산 주문 번호
field-exit-order-example = 7F2A9A44
field-exit-order-why = 포지션의 끝을 확인해요
field-price = 가격
field-price-example = 64210.5
field-price-why = 예상한 가격 또는 실제 체결 가격
field-document-type = 증빙 서류 종류
field-document-type-example = 여권, 신분증, 주소 증명
field-document-type-why = 서류마다 기준이 달라요. 서류 자체는 여기에 보내지 마세요
field-country = 발급 국가 또는 지역
field-country-example = 대한민국
field-country-why = 국가마다 인정되는 서류가 달라요
field-refusal-reason = 표시된 반려 사유
field-refusal-reason-example = 사진이 흐림
field-refusal-reason-why = 사유를 알면 무엇을 고칠지 알려 드릴 수 있어요
field-account-hint = 계정을 찾는 데 도움이 되는 정보
field-account-hint-example = UID 20417733
field-account-hint-why = UID나 가입 이메일이면 충분해요. 비밀번호는 절대 적지 마세요
field-lost-item = 무엇을 잃어버리셨나요
field-lost-item-example = 목록에서 선택
field-lost-item-why = 경우마다 복구 절차가 달라요
field-last-access = 마지막으로 로그인한 때
field-last-access-example = 11월 18일, 휴대폰에서
field-last-access-why = 본인 로그인과 다른 로그인을 구별해요
field-place = 로그인 위치
field-place-example = 알림에 프랑크푸르트로 표시됨
field-place-why = 평소 위치와 비교해요
field-device-seen = 모르는 기기
field-device-seen-example = Windows의 Firefox
field-device-seen-why = 기기 관리나 보안 메일에서 볼 수 있어요
field-funds-moved = 자금이 빠져나갔나요?
field-funds-moved-example = 목록에서 선택
field-funds-moved-why = 자금이 움직인 문의를 가장 먼저 처리해요
field-endpoint = 엔드포인트
field-endpoint-example = POST /api/v1/orders
field-endpoint-why = 로그에서 호출을 찾기 위해서예요
field-error-code = 오류 코드
field-error-code-example = 50011
field-error-code-why = 원인을 바로 알려 줘요
field-request-id = 요청 ID
field-request-id-example = req_01JD3V…
field-request-id-why = 응답 헤더에 있어요
field-ip = IP 주소
field-ip-example = 203.0.113.7
field-ip-why = 허용 목록과 요청 제한을 확인해요
field-key-prefix = API 키의 앞부분
field-key-prefix-example = ak_live_7F2A
field-key-prefix-why = 앞부분만 적어 주세요. 전체 키나 시크릿은 절대 안 돼요
field-link = 의심스러운 링크
field-link-example = hxxps://dengta-verify.example
field-link-why = 확인 후 차단을 요청해요. 다시 열지 마세요
field-sender = 연락한 상대의 계정·번호·이메일
field-sender-example = @dengta_support_vip
field-sender-why = 공식 계정인지 확인하고 다른 고객에게 알려요
field-channel-seen = 어디에서 접했나요
field-channel-seen-example = 텔레그램, 문자, 검색 광고
field-channel-seen-why = 플랫폼마다 신고 방법이 달라요
field-entered-anything = 그곳에 정보를 입력하거나 서명했나요?
field-entered-anything-example = 목록에서 선택
field-entered-anything-why = 그렇다면 먼저 계정을 보호해 드려요
field-steps = 진행한 단계
field-steps-example = 출금 열기 → 주소 입력 → 확인 누름
field-steps-why = 같은 상황을 재현해 볼 수 있어요
field-error-shown = 표시된 오류 메시지
field-error-shown-example = “잠시 후 다시 시도해 주세요”
field-error-shown-why = 가능하면 그대로 옮겨 적어 주세요
field-tried = 이미 시도한 방법
field-tried-example = 다시 로그인, 다른 브라우저 사용
field-tried-why = 같은 일을 다시 부탁드리지 않기 위해서예요
field-device = 기기
field-device-example = iPhone 15
field-device-why = 특정 기기에서만 생기는 문제가 있어요
field-system = 운영체제
field-system-example = iOS 18.1
field-system-why = 버전에 따라 앱 동작이 달라져요
field-app-version = 앱 또는 브라우저 버전
field-app-version-example = 앱 6.42.1 또는 Chrome 142
field-app-version-why = 최신 버전에서 해결되었을 수 있어요

## Fields that every form has, named in errors too

field-subject = 제목
field-subject-example = 0.5 BTC 입금이 반영되지 않음
field-subject-why = 문제를 한 문장으로 적어 주세요
field-body = 문의 내용
field-body-example = 2시간 전 하드웨어 지갑에서 보냈고 확인 4회인데 잔고가 그대로예요.
field-body-why = 무슨 일이 있었고 무엇을 기대했는지
field-name = 이름
field-name-example = 김하늘
field-name-why = 답변에서 부를 이름이에요
field-email = 이메일 주소
field-email-example = you@example.com
field-email-why = 답변과 문의 링크를 보내 드려요. 가입한 이메일이면 가장 좋아요
field-category = 문의 유형
field-language = 언어
field-comment = 의견
field-score = 평점
field-password = 비밀번호
field-totp = 6자리 인증 코드
field-role = 역할
field-token = 토큰
field-customer = 고객
field-idempotency-key = Idempotency-Key
field-view = 보기
field-agent = 상담원
field-fields = 세부 정보

## Times and durations. UTC stands beside every local time, for it may become evidence.

date-month-day = { $month }월 { $day }일
# year is passed as text, so that no locale groups its digits
date-full = { $year }년 { $date }
time-utc = { $date } { $time } UTC
# utc is a time of day, with its date when that differs from the local one
time-local = { $date } { $time } ({ $utc } UTC)
duration-minutes = { $count }분
duration-hours = { $count }시간
duration-days = { $count }일
duration-working-days = 영업일 { $count }일
range-minutes = { $from }~{ $to }분
range-hours = { $from }~{ $to }시간
range-days = { $from }~{ $to }일
range-working-days = 영업일 { $from }~{ $to }일
