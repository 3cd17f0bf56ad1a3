### What passes for ours, and why; where messages are shown and “Is this really you?” answers.

imitation-title = 小心：這不是我們
error-imitates-staff = 「{ $field }」看起來像是我們的人。{ $why }如果這確實是您的名字，請再加上您名字的其他部分或一個字母。
official-why-homoglyph = 它用了與 { $official } 看起來相似的字母。
official-why-punycode = 「xn--」背後是看起來像 { $official } 的外文字母。
official-why-typo = 它與 { $official } 只差一處拼寫。
official-why-added-words = 它在 { $official } 的名稱上加了「{ $what }」。
official-why-other-ending = 名稱與 { $official } 相同，但結尾是「{ $what }」。
official-why-subdomain = 前面看起來像 { $official }，實際指向 { $what }。
official-why-path = { $official } 只出現在路徑裡，實際指向 { $what }。
official-why-user-info = @ 前面看起來像 { $official }，實際指向 { $what }。
official-why-free-hosting = 任何人都能在 { $what } 架站，這個網站用了 { $official } 的名稱。
official-why-bare-address = 它用一串數字代替網域，卻自稱是 { $official }。
official-why-shortener = 這是看不出去向的短網址，旁邊又以 { $official } 的名義說話。
official-why-free-mail = 任何人都能在 { $what } 註冊信箱；這個信箱用了 { $official } 的名稱，但不是我們的。
official-why-display-name = 寄件人名稱寫著 { $official }，地址卻是別人的。
official-why-name = 它用了 { $official } 的名稱，但不是我們的帳號。
official-why-claim = 它以 { $official } 的名義說話，卻要您聯絡不屬於我們的地方。
official-why-words = 它由登入、信任一類的詞拼成，旁邊寫著 { $official }，但不是我們的。
official-why-role = 它自稱擔任我們的職務：「{ $what }」。
official-why-staff = 它用了我們工作人員的名字：{ $what }。
official-why-other = 它在冒充 { $official }。
