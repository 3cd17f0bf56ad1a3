### What the assistant of the chat says, before a person is there.

assistant-other-language = 이 글은 아직 { $language }로만 제공됩니다.
assistant-unsure = 확실한 답을 찾지 못했습니다. 잘못된 안내를 드리고 싶지 않습니다. 다른 표현으로 다시 물어보시거나 담당자의 도움을 받으실 수 있습니다.
assistant-which = 조금 더 자세히 알려 주시겠어요? 무슨 일이 있었는지, 어떤 코인인지, 언제인지 말씀해 주세요. 가장 가까운 항목을 고르셔도 됩니다.
assistant-ask-category = 기다리시는 동안 골라 주세요. 어떤 내용의 문의인가요?
assistant-ask-fact = 담당자가 더 빨리 확인할 수 있도록 알려 주세요: { $field }
assistant-ask-why = { $why }.
assistant-ask-example = 예: { $example }
assistant-ask-choice = 이렇게 답하실 수 있습니다: { $choices }
assistant-noted = 네, 적어 두었습니다. 담당자가 확인합니다.
assistant-greeting = 안녕하세요, 자동 도우미입니다. 어떤 문제인지 말씀해 주시면 먼저 답을 찾아보겠습니다. 원하시면 언제든 담당자에게 연결해 드립니다.
assistant-thanks = 천만에요. 더 궁금한 점이 있으면 말씀해 주세요.
assistant-robot = 저는 자동 도우미이며 도움말 글을 바탕으로만 답합니다. 사람과 이야기하고 싶으시면 말씀해 주세요.
assistant-hand-over-asked = 네, 담당자를 연결하겠습니다. 지금까지 쓰신 내용은 담당자도 볼 수 있으니 다시 설명하지 않으셔도 됩니다.
assistant-hand-over-misses = 도움이 되지 못해 죄송합니다. 담당자가 이어받겠습니다. 지금까지 쓰신 내용은 담당자도 볼 수 있습니다.
assistant-hand-over-theft = 바로 처리해야 하는 일입니다. 담당자를 우선 연결하겠습니다. 그동안 두 가지만 해 주세요. 아직 로그인할 수 있다면 즉시 비밀번호를 바꾸고 계정을 동결해 주세요. 모르는 사람이 준 링크는 열지 마세요. 저희는 인증번호나 복구 문구를 절대 묻지 않습니다.
assistant-hand-over-deceived = 상대방과의 연락을 멈추고 더 이상 보내지 마세요. 담당자를 우선 연결하겠습니다. 아직 로그인할 수 있다면 즉시 비밀번호를 바꿔 주세요. 복구 문구를 다른 사람이 알게 되었다면 남은 자산은 새 지갑으로 옮기는 것이 안전합니다. 저희는 인증번호나 복구 문구를 절대 묻지 않습니다.
assistant-hand-over-life = 그렇게 말씀하시니 걱정이 됩니다. 돈 문제는 천천히 해결할 수 있습니다. 지금은 고객님의 안전이 가장 중요합니다. 위험한 상황이라면 바로 112나 119에, 힘드실 때는 자살예방 상담전화 109에 전화해 주세요. 이야기를 나눌 담당자를 바로 부르겠습니다.
assistant-hand-over-threat = 돈을 보내지 말고 답장도 하지 마세요. 대화 기록은 보관해 주세요. 위험하다면 바로 112에 신고해 주세요. 담당자를 우선 연결하겠습니다.
assistant-hand-over-law = 알겠습니다. 담당자가 직접 처리해야 하는 일이므로 연결하겠습니다. 관련 기록과 사건 번호를 보관해 주세요.
