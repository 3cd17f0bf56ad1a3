### What passes for ours, and why; where messages are shown and “Is this really you?” answers.

imitation-title = ご注意：当社ではありません
error-imitates-staff = 「{ $field }」が当社の者のように見えます。{ $why }ご本人のお名前であれば、別のお名前やイニシャルを書き添えてください。
official-why-homoglyph = { $official } の文字に似せた別の文字で書かれています。
official-why-punycode = 「xn--」の裏に、{ $official } の文字に似た外国の文字が隠れています。
official-why-typo = { $official } とつづりが 1 か所だけ違います。
official-why-added-words = { $official } の名前に「{ $what }」を付け足しています。
official-why-other-ending = 名前は { $official } と同じですが、末尾が「{ $what }」です。
official-why-subdomain = 先頭は { $official } に見えますが、実際の行き先は { $what } です。
official-why-path = { $official } はパスにあるだけで、実際の行き先は { $what } です。
official-why-user-info = @ の前は { $official } に見えますが、実際の行き先は { $what } です。
official-why-free-hosting = { $what } には誰でもサイトを作れます。このサイトは { $official } の名前を使っています。
official-why-bare-address = ドメインではなく数字だけのアドレスで、{ $official } を名乗っています。
official-why-shortener = 行き先を隠した短縮リンクで、{ $official } の名前とともに使われています。
official-why-free-mail = { $what } のアドレスは誰でも作れます。このアドレスは { $official } の名前を使っていますが、当社のものではありません。
official-why-display-name = 差出人の名前は { $official } ですが、アドレスは別人のものです。
official-why-name = { $official } の名前を使っていますが、当社のアカウントではありません。
official-why-claim = { $official } を名乗り、当社ではない連絡先へ誘導しています。
official-why-words = ログインや信頼を思わせる言葉だけでできていて、{ $official } の名前とともに使われていますが、当社のものではありません。
official-why-role = 当社の役職を名乗っています：「{ $what }」。
official-why-staff = 当社の担当者の名前を使っています：{ $what }。
official-why-other = { $official } になりすましています。
