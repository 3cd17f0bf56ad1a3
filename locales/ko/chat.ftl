### The live chat: names, what happened, the transcript.

chat-stranger = 방문자 { $number }
chat-event-joined = { $name } 상담원(번호 { $number })이 연결되었습니다
chat-event-queued = 상담원 연결을 기다리고 있습니다
chat-event-handed-over = 다른 상담원에게 대화를 넘겼습니다
chat-event-agent-gone = 상담원의 연결이 끊겼습니다. 대기 순서는 그대로입니다
chat-event-ended = 대화가 종료되었습니다
chat-event-ended-own = 대화를 종료했습니다
chat-event-ended-nobody = 지금은 상담원이 없습니다. 대화는 문의로 보관되며 이곳에서 답변드립니다
chat-taken-undecided = 일부 내용이 개인 키일 수 있어 봉인했습니다. 상담원은 볼 수 없으며, 문의 페이지에서 처리 방법을 정해 주세요.
chat-transcript-title = { $brand } 대화 기록 · { $reference }
chat-transcript-record = 기록 확인: { $number }번째 항목, 해시 { $hash }
chat-transcript-you = 나
chat-transcript-assistant = 도우미

chat-offer-form = “{ $category }” 문의 양식 작성
chat-offer-person = 상담원 연결
chat-offer-resolved = 해결되었습니다

## The demo's page of a pretend exchange

demo-shop-title = 가상 거래소
demo-shop-lead = 실제 거래소가 아닙니다. 거래소 페이지에서 채팅이 어떻게 보이는지 보여 줍니다.
demo-shop-balance = 자산
demo-shop-pending = 입금 확인 중: 0.5 BTC
demo-shop-markets = 시세
demo-shop-pair = 페어
demo-shop-price = 가격
demo-shop-day = 24시간
demo-shop-engineers = 개발자용
demo-shop-open = 채팅 열기
demo-shop-sign-in = 로그인
demo-shop-signed-in = 로그인됨: Lin Wei
demo-shop-languages = 언어
