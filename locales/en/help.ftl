help-callout-note = Note
help-callout-tip = Tip
help-callout-warning = Important

error-text-newer-title = Somebody else wrote meanwhile
error-text-newer = This text was changed since you opened it, so yours was not saved. What you typed is kept; please look at the newer text and save again.
error-second-person-title = A second person is wanted
error-second-person = You wrote on this text, and in this section somebody else has to approve it. Nothing was changed; please ask a colleague.
error-approval-wanted-title = It is not approved yet
error-approval-wanted = In this section a second person approves a text before it is published. Nothing was published; please ask for a review.
error-section-not-empty-title = The section is not empty
error-section-not-empty = There are articles or sections in it, so it was not removed. Move them first.
error-sections-full-title = Too many sections
error-sections-full = A help center has at most { $max } sections. Nothing was made.
error-image-too-large-title = The picture is too large
error-image-too-large = A picture has at most { $megabytes } MB. It was not stored; please make it smaller.
error-image-type-title = This is no picture that we take
error-image-type = PNG, JPEG and WebP can be shown in articles. Nothing was stored; please send one of these.
error-section-unknown = “{ $field }” names a section that is not there.
error-section-cycle = A section cannot stand below itself.
error-section-too-deep = Sections stand in each other at most five deep.
error-invalid-page-slug = “{ $field }” takes small Latin letters, digits and single hyphens, at most 80.
error-slug-taken = “{ $field }” is used by another page. Please choose another one.
error-too-far-ahead = “{ $field }” can be at most a year ahead.
error-invalid-days = “{ $field }” takes 1 to { $max } days.
field-section = Section
field-parent = Section above
field-titles = Title
field-summary = Summary
field-keywords = Search words
field-related = Read next
field-review-days = Review interval
field-at = Time
error-lexicon-line = Line { $line } of “{ $field }” cannot be read. Nothing was saved; a line is a group of words with commas between.
field-lines = Lexicon
help-category-general = General
## The help center's pages

help-nav = Help articles
help-title = Help articles
help-lead = Answers that our own people wrote and checked, by topic.
help-empty = There are no articles here yet. Ask us: we answer you in person.
help-all = See all topics
help-search = Search
help-search-label = Search the help articles
help-search-example = For example: deposit not arrived
help-search-empty = Type a word or a whole question, in your own language.
# max is how many characters
help-search-cut = Your question is long: its first { $max } characters were searched.
help-suggestions = Suggestions
help-found = Results for “{ $question }”
help-none = No article answers this yet
help-unsure = Not what you were looking for?
help-none-lead = Send us the question: it is already filled in, and a person will answer it.
help-none-ask = Send us this question
help-crumbs = Where you are
help-author = Written by { $name }
help-reviewed-by = Checked by { $name } on { $date }
help-reviewed = Checked on { $date }
help-changed = Last changed on { $date }
help-minutes =
    { $count ->
        [one] { $count } minute to read
       *[other] { $count } minutes to read
    }
help-stale = This article has not been checked since { $date }. Some of it may no longer hold.
help-stale-ask = Not sure? Ask us
# wanted and language are names of languages in themselves, such as 日本語
help-other = This article is not available in { $wanted } yet. It is shown in { $language }.
help-contents = On this page
help-related = Read next
help-versions = All versions
help-version = Version { $number }
help-version-from = In force from { $from } to { $to }
help-version-since = In force since { $from }
help-version-was = This is version { $number }. It was in force from { $from } to { $to }, and no longer is.
help-version-is = This is version { $number }. It has been in force since { $from }.
help-version-today = Read the version in force today
help-in-force = Rules in force when you wrote
help-terms = Terms of service
help-privacy = Privacy
# brand is the exchange's name
help-feed = { $brand }: help articles

## Was this helpful?

help-vote = Was this helpful?
help-vote-yes = Yes
help-vote-no = No
help-vote-sorry = Thank you for saying so. What should we mend?
help-vote-why = What was wrong?
help-reason-unclear = It is hard to understand
help-reason-outdated = It is out of date
help-reason-wrong = It is wrong
help-reason-other = Something else
help-vote-comment = Tell us more
help-vote-send = Send
help-vote-thanks = Thank you. It helps those who come after you.
help-still = Still stuck?
notice-solved = Good to hear. Nothing was sent; if you need us after all, what you typed is still in the form.

## Beside the form

fits-title = This may answer it already
fits-tab = opens in a new tab
fits-solved = This solved it

## Theme

field-logo = Logo
field-accent-light = Accent on light pages
field-accent-dark = Accent on dark pages
field-header = Links at the top
field-footer = Links at the bottom
field-terms = Terms
field-privacy = Privacy
field-href = Address
error-invalid-colour = “{ $field }” is not a colour. Please write # and six hexadecimal digits, such as #0b61a4.
error-contrast-low = “{ $field }” stands out by { $ratio }:1 from the ground { $ground }; to be readable it needs 4.5:1. Nothing was saved; please choose a darker colour for light pages, or a lighter one for dark pages.
error-invalid-href = “{ $field }” must begin with https:// or be a path of this site that begins with /. Nothing was saved; please correct it.
error-picture-unknown = There is no such picture for “{ $field }”. Nothing was saved; please upload it first.
error-article-unknown = There is no article with this short name for “{ $field }”. Nothing was saved; please check it.
