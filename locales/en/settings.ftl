### Teams, tags, macros and settings: what was wrong with them.

## Fields

field-title = Title
field-group = Group
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

## Settings: fields

field-categories = Categories
field-calendars = Calendars
field-offered = Languages offered
field-default = Default language
field-slug = Short name
field-promise = Promise
field-time-zone = Time zone
field-holidays = Holidays
field-hours = Hours
field-date = Date
field-labels = Labels
field-choices = Choices
field-hints = Explanations
field-names = Names
field-channel = Channel
field-call = Call

## Settings: what is wrong

error-invalid-time-zone = “{ $field }” is not a time zone. Please choose one such as Asia/Shanghai.
error-invalid-date = “{ $field }” is not a date. Please write it as 2026-10-01.
error-invalid-clock = “{ $field }” is not a time of the day. Please write it as 09:00.
error-invalid-promise = “{ $field }” must run from its quickest to its latest, at least 1 and at most 2400.
error-invalid-slug = “{ $field }” takes lower-case letters and digits, and begins with a letter.
error-category-missing = “{ $slug }” is missing. Categories that every desk has can be switched off, but not taken out.
error-category-used = “{ $slug }” has tickets and cannot be taken out. Please switch it off instead.
error-category-needed = This category cannot be switched off: people who are locked out or robbed have no other way.
error-always-open = This form is always open to everyone: people who are locked out cannot sign in first.
error-channel-off = This channel is switched off in the settings. Nothing was saved.

## Problems

error-form-proved-title = Please show that it is you first
error-form-proved = This form is for customers whom we know. Please open “My cases” and have a link mailed to you, or come from the exchange. If you cannot sign in, the form for lost access is open to everyone.
error-form-signed-in-title = Please come from the exchange
error-form-signed-in = This form is for customers who are signed in at the exchange. Please open support from there. If you cannot sign in, the form for lost access is open to everyone.

## Hours, as customers see them

hours-open = Agents are here until { $time }
hours-closed = Agents are back at { $time }; what you send now is in line
duration-working-hours =
    { $count ->
        [one] { $count } working hour
       *[other] { $count } working hours
    }
range-working-hours = { $from }–{ $to } working hours
