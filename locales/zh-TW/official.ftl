### 哪些屬於官方：設定，以及「這真的是你們嗎？」。

field-brands = 品牌
field-domains = 網域
field-addresses = 電子郵件地址
field-phones = 電話號碼
field-handles = 帳號
error-invalid-domain = 「{ $value }」不是網域。請寫成 dengta.example 這樣，不含 https://，也不含路徑。
error-domain-shared = 任何人都能使用「{ $value }」，因此不能算作官方。請填寫您自己的網域，或您在那裡的信箱或帳號。
error-invalid-phone = 「{ $value }」不是電話號碼。請加上國碼，例如 +82 2 1234 5678。
error-invalid-handle = 「{ $value }」不是帳號名稱。請寫成 @dengta 這樣，不含空格。
error-invalid-official-name = 「{ $value }」作為名稱太短，會出現在許多別的詞裡。請至少寫兩個字。
error-listed-twice = 「{ $value }」同時出現在兩個品牌的「{ $field }」裡。請只保留在其中一個。
