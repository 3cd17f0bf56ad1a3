### Teams, tags, macros and settings: what was wrong with them.

## Fields

field-title = Title
field-group = Group
field-texts = Texts
field-actions = Actions
field-visible-to = Visible to
field-team = Team
field-members = Members
field-description = Description
field-colour = Colour
field-zh-CN = Text in 简体中文
field-zh-TW = Text in 繁體中文
field-en = Text in English
field-ko = Text in 한국어
field-ja = Text in 日本語

## What is wrong with a field

error-name-taken = Something else is called that already. Nothing was saved; please choose another “{ $field }”.
error-too-many = “{ $field }” can hold { $max } and has { $actual }. Nothing was saved; please take some out.
error-member-unknown = Somebody in “{ $field }” does not work here (any more). Nothing was saved; please choose from the list of agents.
error-action-twice = The macro does the same kind of thing twice. Nothing was saved; please keep one of them.
error-template-broken = “{ $field }” cannot be read at line { $line }: a brace, a quote or an end is missing. Please correct it and save again.
error-template-refused = “{ $field }” uses something at line { $line } that macros do not have. They know placeholders, if, else and include.
error-template-placeholder = “{ $field }” names “{ $name }”, which does not exist. Please choose a placeholder from the list.
error-template-long = “{ $field }” takes too long to put together. Please include fewer macros in it.
error-template-large = “{ $field }” becomes longer than the { $max } characters of a message. Please shorten it, or include less.
error-include-loop = “{ $field }” includes itself: { $path }. Please take one of these out.
error-include-many = “{ $field }” includes too many macros, or too deep, at “{ $title }”. Please include fewer.
error-include-unknown = “{ $field }” includes “{ $title }”, but no macro that everybody sees is called that. Please check the title.

## Problems

error-setting-moved-title = Changed by somebody else
error-setting-moved = Somebody saved another version since you opened this, so yours was not saved. What you typed is kept; please look at theirs and save again.
error-macro-included-title = Other macros include it
error-macro-included = It stays as it is because these include it: { $titles }. Please take it out of them first.
error-macros-full-title = Too many macros
error-macros-full = A desk can have { $max } macros. Nothing was saved; please remove some that nobody uses.
