### What passes for ours, and why; where messages are shown and “Is this really you?” answers.

imitation-title = 주의: 저희가 아닙니다
error-imitates-staff = “{ $field }”이(가) 저희 직원처럼 보입니다. { $why } 본인 이름이 맞다면 다른 이름이나 이니셜을 덧붙여 주세요.
official-why-homoglyph = { $official }의 글자와 비슷하게 생긴 다른 글자로 적혀 있어요.
official-why-punycode = “xn--” 뒤에 { $official }의 글자와 비슷한 외국 글자가 숨어 있어요.
official-why-typo = { $official }에서 철자 하나만 달라요.
official-why-added-words = { $official } 이름에 “{ $what }”을(를) 덧붙였어요.
official-why-other-ending = 이름은 { $official }과(와) 같지만 끝이 “{ $what }”이에요.
official-why-subdomain = 앞부분은 { $official }처럼 보이지만 실제로는 { $what }(으)로 연결돼요.
official-why-path = { $official }은(는) 경로에만 있고 실제로는 { $what }(으)로 연결돼요.
official-why-user-info = @ 앞은 { $official }처럼 보이지만 실제로는 { $what }(으)로 연결돼요.
official-why-free-hosting = { $what }에는 누구나 사이트를 만들 수 있고, 이 사이트는 { $official } 이름을 썼어요.
official-why-bare-address = 도메인 대신 숫자로만 된 주소인데 { $official }(이)라고 말해요.
official-why-shortener = 어디로 가는지 숨긴 단축 링크이고, 옆에 { $official } 이름이 있어요.
official-why-free-mail = { $what } 주소는 누구나 만들 수 있어요. 이 주소는 { $official } 이름을 썼지만 저희 것이 아니에요.
official-why-display-name = 보낸 사람 이름은 { $official }인데 주소는 다른 사람 것이에요.
official-why-name = { $official } 이름을 쓰지만 저희 계정이 아니에요.
official-why-claim = { $official }을(를) 대신한다며 저희 것이 아닌 곳으로 연락하라고 해요.
official-why-words = 로그인이나 신뢰를 뜻하는 낱말로만 되어 있고 { $official } 이름 옆에 있지만 저희 것이 아니에요.
official-why-role = 저희 직책을 내세워요: “{ $what }”.
official-why-staff = 저희 직원의 이름을 썼어요: { $what }.
official-why-other = { $official }을(를) 사칭해요.
