### Mails. Each has a subject, a preheader, paragraphs and a button.

## Around every mail

mail-reference = 접수 번호: { $reference }
mail-link-below = 버튼이 눌리지 않으면 이 주소를 복사해 주세요.
mail-automatic = 자동으로 보낸 메일이라 회신은 읽지 않아요. 문의 페이지에서 답해 주세요.

## Receipt to an address that has proved nothing: none of the customer's own words

mail-receipt-subject = 문의가 접수되었어요 { $reference }
mail-receipt-preheader = 링크를 열어 본인의 이메일인지 확인해 주세요.
mail-receipt-1 = 이 이메일로 { $brand }에 문의가 접수되었어요. 본인이라면 아래 버튼을 눌러 확인해 주세요.
mail-receipt-2 = 확인하면 언제든 진행 상황을 볼 수 있고 답변도 이 주소로 보내 드려요. 링크는 { $duration } 안에 한 번만 쓸 수 있어요.
mail-receipt-3 = 본인이 아니라면 이 메일을 무시해 주세요. 확인하지 않으면 더 이상 메일을 보내지 않아요.
mail-receipt-button = 본인이에요, 문의 열기

## Receipt to an address that is known to be the customer's

mail-received-subject = 문의가 접수되었어요 { $reference }
mail-received-preheader = 보통 { $range } 안에 답변해 드려요.
mail-received-1 = 문의가 기록되었어요. 상담원이 읽고 보통 { $range } 안에 답해 드려요.
mail-received-2 = 다시 보내지 않아도 돼요. 추가하거나 재촉하려면 문의를 열어 주세요. 순서는 그대로예요.
mail-received-button = 문의 보기

## An agent has answered

mail-answer-subject = 문의에 새 답변이 있어요 { $reference }
mail-answer-preheader = { $name } 상담원이 답했어요.
mail-answer-1 = { $name } 상담원(번호 { $number })의 답변이에요.
mail-answer-2 = 답하거나 공식 메시지인지 확인하려면 문의를 열어 주세요.
mail-answer-button = 문의 열고 답하기

## A program of the exchange has answered

mail-answer-by-desk-subject = 문의에 새 답변이 있어요 { $reference }
mail-answer-by-desk-preheader = { $brand }에서 답했어요.
mail-answer-by-desk-1 = { $brand }의 답변이에요.
mail-answer-by-desk-2 = 답하거나 공식 메시지인지 확인하려면 문의를 열어 주세요.
mail-answer-by-desk-button = 문의 열고 답하기

## A case was closed

mail-closed-subject = 문의가 종료되었어요 { $reference }
mail-closed-preheader = 해결되지 않았다면 언제든 다시 열 수 있어요.
mail-closed-1 = 해결된 것으로 보여 문의를 종료했어요. 대화는 모두 보관돼요.
mail-closed-2 = 해결되지 않았다면 거기서 다시 열 수 있고, 해결되었다면 평가를 남겨 주세요.
mail-closed-button = 문의 보고 평가하기

## A link to one's cases, asked for

mail-link-subject = ‘내 문의’로 가는 링크
mail-link-preheader = { $duration } 안에 한 번만 쓸 수 있어요.
mail-link-1 = { $brand } 문의를 볼 수 있는 링크를 요청하셨어요.
mail-link-2 = { $duration } 안에 한 번만 쓸 수 있어요. 요청하지 않았다면 무시하고 누구에게도 전달하지 마세요.
mail-link-button = 내 문의 열기

## Who invites and resets, as far as a mail tells

mail-administrator = 관리자

## An invitation to work here

mail-invitation-subject = { $brand } 고객센터 팀에 초대합니다
mail-invitation-preheader = 링크에서 비밀번호와 2단계 인증을 설정해 주세요.
mail-invitation-1 = { $inviter } 님이 { $brand } 고객센터 팀에 ‘{ $role }’ 역할로 초대했어요.
mail-invitation-2 = 버튼을 눌러 비밀번호와 2단계 인증을 설정해 주세요. 링크는 { $duration } 안에 한 번만 쓸 수 있어요. 예상하지 못한 메일이라면 먼저 동료에게 확인해 주세요.
mail-invitation-button = 초대 수락

## To a lead: a customer chased and a promise was missed

mail-late-subject = 고객 재촉, 약속 시간 초과: { $reference }
mail-late-preheader = { $time }까지 답해야 했어요.
mail-late-1 = 고객이 { $count }번 재촉했고 { $time }까지 드리기로 한 답변이 늦어졌어요.
mail-late-2 = 현재 담당: { $assignee }. 누군가 맡아 고객에게 언제 답할지 알리도록 확인해 주세요.
mail-late-nobody = 아직 없음
mail-late-button = 문의 열기

## To an agent: the second factor was reset

mail-totp-reset-subject = 2단계 인증이 초기화되었어요
mail-totp-reset-preheader = 요청하지 않았다면 즉시 관리자에게 알려 주세요.
mail-totp-reset-1 = { $admin } 님이 2단계 인증을 초기화했고 모든 로그인이 종료되었어요. 아래 링크로 다시 설정해 주세요. { $duration } 안에 한 번만 쓸 수 있어요.
mail-totp-reset-2 = 요청하지 않았다면 링크를 쓰지 말고 즉시 다른 관리자에게 알려 주세요.
mail-totp-reset-button = 다시 설정

## To an agent: the account has ended

mail-ended-subject = { $brand } 고객센터 계정이 종료되었어요
mail-ended-preheader = 모든 로그인이 종료되었어요.
mail-ended-1 = { $brand } 고객센터의 계정과 모든 로그인이 종료되었어요.
mail-ended-2 = 예상하지 못한 일이라면 관리자에게 문의해 주세요.
mail-ended-button = 워크스페이스 열기
