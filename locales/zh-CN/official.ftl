### 哪些属于官方：设置，以及“这真的是你们吗？”。

field-brands = 品牌
field-domains = 域名
field-addresses = 邮箱地址
field-phones = 电话号码
field-handles = 账号
error-invalid-domain = “{ $value }”不是域名。请写成 dengta.example 这样，不带 https://，也不带路径。
error-domain-shared = 任何人都可以使用“{ $value }”，因此不能算作官方。请填写您自己的域名，或您在那里的邮箱或账号。
error-invalid-phone = “{ $value }”不是电话号码。请带上国家或地区代码，例如 +82 2 1234 5678。
error-invalid-handle = “{ $value }”不是账号名。请写成 @dengta 这样，不含空格。
error-invalid-official-name = “{ $value }”作为名称太短，会出现在许多别的词里。请至少写两个字。
error-listed-twice = “{ $value }”同时出现在两个品牌的“{ $field }”里。请只保留在其中一个。
