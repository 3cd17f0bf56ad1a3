### 公式のもの：設定と「本当に公式ですか？」。

field-brands = ブランド
field-domains = ドメイン
field-addresses = メールアドレス
field-phones = 電話番号
field-handles = アカウント
error-invalid-domain = 「{ $value }」はドメインではありません。https:// とパスを除き、dengta.example のように入力してください。
error-domain-shared = 「{ $value }」は誰でも使えるため、公式にはできません。自社のドメイン、またはそこにある自社のアドレスやアカウントを入力してください。
error-invalid-phone = 「{ $value }」は電話番号ではありません。+82 2 1234 5678 のように国番号を付けて入力してください。
error-invalid-handle = 「{ $value }」はアカウント名ではありません。空白を入れずに @dengta のように入力してください。
error-invalid-official-name = 「{ $value }」は名称として短すぎ、ほかの言葉にも含まれてしまいます。2 文字以上で入力してください。
error-listed-twice = 「{ $value }」が 2 つのブランドの「{ $field }」にあります。どちらか一方だけに残してください。
