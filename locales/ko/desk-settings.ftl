### The settings pages of the workspace, and incidents.

## Frame

settings = 설정
settings-agents = 상담원
settings-teams = 팀
settings-categories = 분류와 항목
settings-macros = 매크로
settings-tags = 태그
settings-views = 보기
settings-channels = 채널
settings-languages = 언어
settings-hours = 운영 시간
settings-saved = 저장됨
settings-reload = 새 버전 보기
settings-discard = 변경 취소
edit = 편집
edit-named = { $name } 편집
remove-named = { $name } 삭제
move-up = { $name } 위로
archive = 보관
archive-named = { $name } 보관
archive-title = { $name }을(를) 보관할까요?
description = 설명
colour = 색상
date = 날짜
time-zone = 시간대

## History

history = 변경 기록
history-none = 아직 변경된 내용이 없습니다.
history-made = 추가
history-changed = 변경
history-removed = 삭제

## Teams

teams-why = 문의를 팀에 넘기면 팀원이 ‘내 팀’에서 볼 수 있습니다.
teams-none = 아직 팀이 없습니다.
team-new = 새 팀
team-size = 팀원 { $count }명
team-members = 팀원
team-archive-consequence = 열린 문의는 팀이 없어지고 타임라인에 기록됩니다. 종료된 문의에는 이름이 남습니다.

## Tags

tags-why = 태그는 쓰는 순간 만들어집니다. 여기서 뜻과 색을 정합니다.
tags-none = 아직 태그가 없습니다.
tag-describe = 태그 설명 추가
tag-name-hint = 글자, 숫자, -, _ (공백 없음)
tag-remove-title = #{ $tag }을(를) 목록에서 삭제할까요?
tag-remove-consequence = 이미 붙은 문의에는 남아 있고, 다시 쓰면 목록에 돌아옵니다.
colour-none = 없음
colour-grey = 회색
colour-red = 빨강
colour-orange = 주황
colour-yellow = 노랑
colour-green = 초록
colour-teal = 청록
colour-blue = 파랑
colour-purple = 보라
colour-pink = 분홍

## Views

views-why = 보기는 이름과 정확한 건수가 있는 필터입니다.
views-none = 저장된 보기가 없습니다.

## Macros

macros-why = 자주 쓰는 문구와 작업을 언어별로 둡니다.
macro-new = 새 매크로
macro-last = 최근 { $time }
macro-title = 제목
macro-group = 그룹
macro-group-hint = 목록에서 묶이는 이름
macro-text = { $language } 문구
placeholders = 자리 표시자
macro-preview-for = 미리보기 문의
macro-preview-saved = 저장하면 자리 표시자가 채워집니다.
macro-tags = 태그
macro-tags-hint = vip -new: vip을 붙이고 new를 뗍니다
macro-hand-over = 넘길 팀
macro-visible = 공개 범위
macro-remove-title = 매크로 ‘{ $title }’을(를) 삭제할까요?
macro-remove-consequence = 이미 보낸 답변은 그대로 남습니다.

## Categories

categories-why = 고객이 고르는 분류, 각 분류의 항목, 담당 팀, 답변 기한입니다.
category-fields = 항목 { $count }개
category-add = 분류 추가
category-slug = 주소용 이름
category-slug-hint = 소문자, 숫자, -. 나중에 바꿀 수 없습니다
category-hint = 설명
category-weight = 대화 비중
category-weight-hint = 1~5: 이 주제의 채팅이 상담원의 자리를 몇 개 차지하는지.
category-promise = 별도 답변 기한
promise-unit = 단위
unit-hours = 시간
unit-working-hours = 근무 시간
unit-working-days = 영업일
category-asks = 묻는 항목
ask-required = 필수
ask-optional = 선택
ask-hidden = 묻지 않음
field-add = 항목 추가
field-key = API 이름
field-input = 입력 방식
field-why = 묻는 이유
input-line = 한 줄
input-lines = 여러 줄
input-amount = 금액
input-choice = 선택지
choice-value = 값
choice-add = 선택지 추가

## Channels

channels-why = 채널별로 누가 이용할 수 있는지 정합니다.
channels-phone = 상담원이 전화 내용을 기록
channels-form = 양식을 쓸 수 있는 고객
door-anyone = 누구나
door-proved = 이메일을 확인한 고객
door-signed-in = 로그인한 고객

## Languages and hours

languages-why = 사이트에서 제공하는 언어와 순서입니다.
language-default = 그 밖의 방문자
hours-why = 담당자가 있는 시간입니다. 고객에게 표시되고 근무 시간 기한의 기준이 됩니다.
hours-always = 24시간 운영: 달력이 없습니다.
hours-closed = 휴무
hours-add = { $day } 시간 추가
hours-from = 시작
hours-to = 종료
holidays = 휴일
holiday-add = 휴일 추가
calendar-add = 달력 추가
calendar-remove = 이 달력 삭제

## Incidents

incidents = 장애
incident-create = 장애 등록
incident-close = 장애 종료
incident-close-title = ‘{ $title }’을(를) 종료할까요?
incident-close-consequence = 문의는 연결된 채로 남으며, 더 이상 새로 연결하지 않습니다.
incident-update = 모든 고객에게 공지
incident-update-why = 연결된 모든 문의에 고객의 언어로 답합니다. 없으면 영어 또는 첫 번째 언어로 답합니다.
incident-update-in = { $language } 공지
incident-update-send = 문의 { $count }건에 답변
incident-updates = 보낸 공지
update-going = { $total }건 중 { $done }건 답변…
update-gone = { $total }건 중 { $done }건 답변 완료

## 공식 채널

settings-official = 공식 채널
official-why = “정말 저희가 맞나요?”가 이 목록으로 답하고, 사칭 링크도 이 목록으로 가려냅니다. 이 데스크의 주소, 메일, 연락 방법은 따로 적지 않아도 공식입니다.
official-add = 브랜드 추가
official-remove = 이 브랜드 삭제
official-id = 식별자
official-id-hint = 영문 소문자와 숫자. 상담원과 프로그램에만 보입니다
official-names = 이름
official-names-hint = 한 줄에 하나씩, 쓰이는 모든 언어와 문자로 적습니다
official-domains = 도메인
official-domains-hint = 한 줄에 하나씩, 예: dengta.example. 하위 도메인도 포함됩니다
official-addresses = 그 밖의 이메일 주소
official-addresses-hint = 한 줄에 하나씩. 위 도메인의 주소는 자동으로 공식입니다
official-phones = 전화번호
official-phones-hint = 한 줄에 하나씩, 국가 번호까지
official-handles = 계정
official-handles-hint = 한 줄에 하나씩, 예: @dengta

## How long customers may decide

settings-secrets = 비밀일 수 있는 내용
secrets-why = 긴 문자열은 개인키일 수도 있고 거래 ID일 수도 있습니다. 상담원에게는 보이지 않으며, 작성한 고객이 보낼지 파기할지 정합니다. 이 기간이 지나도록 정하지 않으면 파기됩니다.
secrets-days = 결정 기한(일)
secrets-days-hint = 1~30일. 이미 결정을 기다리는 내용은 처음 정해진 기한을 따릅니다
