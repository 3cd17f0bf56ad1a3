### What is official: its settings, and “Is this really you?”.

field-brands = Brand
field-domains = Domains
field-addresses = Mail addresses
field-phones = Telephone numbers
field-handles = Accounts
error-invalid-domain = “{ $value }” is no domain. Please write it as dengta.example, without https:// and without a path.
error-domain-shared = Anybody can have something at “{ $value }”, so it cannot be official. Please name your own domain, your own address or your own account there.
error-invalid-phone = “{ $value }” is no telephone number. Please write it with the country’s code, such as +82 2 1234 5678.
error-invalid-handle = “{ $value }” is no account’s name. Please write it as @dengta, without spaces.
error-invalid-official-name = “{ $value }” is too short for a name: it would be found in every other word. Please write two letters or more.
error-listed-twice = “{ $value }” stands in “{ $field }” of two brands. Please leave it with one of them.
