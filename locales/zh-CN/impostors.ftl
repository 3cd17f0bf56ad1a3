### What passes for ours, and why; where messages are shown and “Is this really you?” answers.

imitation-title = 小心：这不是我们
error-imitates-staff = “{ $field }”看起来像是我们的人。{ $why }如果这确实是您的名字，请再加上您名字的其他部分或一个字母。
official-why-homoglyph = 它用了与 { $official } 看起来相似的字母。
official-why-punycode = “xn--”背后是看起来像 { $official } 的外文字母。
official-why-typo = 它与 { $official } 只差一处拼写。
official-why-added-words = 它在 { $official } 的名称上加了“{ $what }”。
official-why-other-ending = 名称与 { $official } 相同，但后缀是“{ $what }”。
official-why-subdomain = 前面看起来像 { $official }，实际指向 { $what }。
official-why-path = { $official } 只出现在路径里，实际指向 { $what }。
official-why-user-info = @ 前面看起来像 { $official }，实际指向 { $what }。
official-why-free-hosting = 任何人都可以在 { $what } 建站，这个网站用了 { $official } 的名称。
official-why-bare-address = 它用一串数字代替域名，却自称是 { $official }。
official-why-shortener = 这是看不出去向的短链接，旁边又以 { $official } 的名义说话。
official-why-free-mail = 任何人都可以在 { $what } 注册邮箱；这个邮箱用了 { $official } 的名称，但不是我们的。
official-why-display-name = 发件人名称写着 { $official }，地址却是别人的。
official-why-name = 它用了 { $official } 的名称，但不是我们的账号。
official-why-claim = 它以 { $official } 的名义说话，却要您联系不属于我们的地方。
official-why-words = 它由登录、信任一类的词拼成，旁边写着 { $official }，但不是我们的。
official-why-role = 它自称担任我们的职务：“{ $what }”。
official-why-staff = 它用了我们工作人员的名字：{ $what }。
official-why-other = 它在冒充 { $official }。
