### The help center as its writers see it, and the theme of the customers' pages.

## Frame

articles = Help center
articles-all = All articles
articles-review = To review
articles-due = Due for a look
articles-outdated = Outdated translations
articles-broken = Broken links
article-lists = What waits for somebody
articles-list = Articles
articles-find = Title or slug
articles-none = There are no articles here yet.
articles-none-found = No article fits.
broken-why = Links of published articles to articles that are not there, or that customers cannot read.
broken-none = Every link leads somewhere.
move-down = Move { $name } down

## Filters

article-state = State
article-state-any = Any state
article-language-any = Any language
state-articles-published = Published
state-articles-writing = Being written
state-articles-review = To review
state-articles-approved = Approved
state-articles-scheduled = Scheduled
state-articles-due = Due for a look
state-articles-outdated = Outdated translation
state-articles-missing = Missing
state-articles-archived = Archived

## Where a text stands

article-stands = { $language }: { $marks }
article-version-short = v{ $number }
mark-missing = not written yet
mark-published = published, version { $number }
mark-withdrawn = withdrawn
mark-writing = being written
mark-review = to review
mark-approved = approved
mark-scheduled = scheduled
mark-scheduled-at = goes out { $time }
mark-due = due for a look
mark-outdated = translation outdated
mark-missing-short = missing
mark-withdrawn-short = withdrawn
mark-writing-short = writing
mark-review-short = review
mark-approved-short = approved
mark-scheduled-short = scheduled
mark-due-short = due
mark-outdated-short = outdated
article-votes-short =
    { $count ->
        [one] { $helpful } of 1 helpful
       *[other] { $helpful } of { $count } helpful
    }
article-policy-short = policy

## An article

article = Article
article-new = New article
article-make = Begin to write
article-title = Title
article-first-language = Written first in
article-summary = Summary
article-summary-hint = One or two sentences: shown under the title and in search results.
article-keywords = Search words
article-keywords-hint = Other words under which customers look for it, with commas between them.
article-body = Text
article-text = Write
article-slug = Name in the address
article-slug-hint = Small Latin letters, digits and hyphens. The old name leads here for ever.
article-slug-new-hint = Left empty, it is made from the title.
article-policy = Terms, privacy, rules or fees: customers can read every version that was ever in force
article-related = Read next
article-related-add = Add an article to read next
article-archive = Archive the article
article-archived = This article is archived: customers do not find it, and nothing of it is lost.
article-take-back = Take back
article-take-back-named = Take back { $name }
article-public = Customers’ page
article-languages = Languages
article-panels = Beside the text
article-panel-preview = Preview
article-panel-versions = Versions
article-panel-original = Original
article-panel-readers = Readers
article-panel-settings = Place
article-minutes =
    { $count ->
        [one] 1 minute to read
       *[other] { $count } minutes to read
    }
article-length = { $length } of { $max } characters
article-broken = These links lead nowhere: { $links }

## The toolbar

article-tool-bold = Bold
article-tool-italic = Italic
article-tool-heading = Heading
article-tool-list = List
article-tool-steps = Steps
article-tool-table = Table
article-tool-callout = Callout: note, tip, important
article-tool-code = Code
article-tool-article = Link to an article
article-tool-picture = Picture
article-picture-alt = what the picture shows
article-picture-sending = Sending { $names }…
article-picture-sent = { $name } is in the text.
article-drop = Drop pictures here

## Keeping what is typed

article-saving = Saving…
article-saved = Draft saved
article-unsent = Kept on this device; not on the server yet
article-newer = Somebody else wrote meanwhile. Nothing of yours is lost.
article-newer-by = { $name }, { $time }
article-newer-legend = Struck through is theirs, underlined is yours.
article-take-theirs = Take theirs
article-keep-mine = Keep mine

## Steps to what customers read

article-written = { $name } wrote last, { $time }
article-approved-by = · approved by { $name }
article-goes-out = Goes out { $time }
article-returned-by = Sent back by { $name }:
article-published = Customers read version { $number }: { $name }, { $time }
article-unpublished = Customers cannot read it in this language.
article-reviewed = looked at by { $name }, { $date }
article-due-on = again on { $date }
article-due-since = due since { $date }
article-changing = Changing it takes the approval back.
article-two-people = Two people are wanted here: who did not write on it approves it.
article-two-people-you = Two people are wanted here: approve it first, then it can be published.
article-two-people-not-you = Two people are wanted here. You wrote on it, so a colleague approves it before it is published.
article-more = More for this text
article-did-submit = Sent for review
article-did-approve = Approved
article-did-return = Sent back
article-did-publish = Published
article-did-schedule = Goes out { $time }
article-did-unschedule = Not published by itself any more
article-did-discard = Draft thrown away
article-did-restore = Version { $number } is the draft
article-did-confirm = Still right
article-did-make = Article begun
article-did-move = Article moved
article-did-change = Article changed
article-did-archive = Archived
article-did-take-back = Taken back
article-return-title = Send back to who wrote it
article-remark = What is to be done
article-schedule-title = Publish at a time
article-schedule-at = Date and time, where you are
article-schedule-past = Please choose a time that is still to come.
article-withdraw-title = Take this text away from customers?
article-withdraw-consequence = In this language nobody finds it any more. Its versions stay, and one of them can be published again.

## Versions and differences

versions = Versions
versions-none = It was never published in this language.
versions-from = From
versions-to = to
version-number = Version { $number }
version-draft = What is being written
version-current = what customers read
version-reviewed = looked at by { $name }
version-translates = translates { $language }, version { $number }
version-restore = Restore
version-restore-named = Restore version { $number }
diff-none = Nothing differs.
diff-gap =
    { $count ->
        [one] · 1 line as before ·
       *[other] · { $count } lines as before ·
    }

## Translations

original-none = There is no other language to translate from: nothing else is published.
original-language = Original
original-says = This text says what { $language }, version { $number }, says
original-shown = What is shown of the original
original-since = Changed since version { $number }
original-whole = All of it

## What readers said

readers-all-languages = All languages
readers-none = No reader has said anything yet.
readers-helpful = Helpful
readers-unhelpful = Not helpful
readers-solved = Needed to ask no more
readers-comments = What readers said
vote-reason-unclear = hard to understand
vote-reason-outdated = out of date
vote-reason-wrong = wrong
vote-reason-other = something else

## Sections

section = Section
sections = Sections
sections-all = All sections
sections-edit = Edit sections
sections-why = What customers choose from on the front page of the help center, and what stands below it.
sections-none = There are no sections yet.
sections-first = An article stands in a section, and there is none yet. Whoever may publish makes the first one.
section-new = New section
section-articles =
    { $count ->
        [one] 1 article
       *[other] { $count } articles
    }
section-slug-hint = Small Latin letters, digits and hyphens
section-parent = Stands below
section-top = None: it is a category
section-days = Look at articles again after days
section-days-hint = Empty: as the section above says
section-review-every =
    { $count ->
        [one] Looked at again every day.
       *[other] Looked at again every { $count } days.
    }
section-review-short =
    { $count ->
        [one] looked at every day
       *[other] looked at every { $count } days
    }
section-review-never = No interval is set for looking at it again.
section-two-people = Publishing wants two people: one writes, another approves
section-two-people-short = two people
section-two-people-here = Here two people are wanted to publish.
section-did-make = Section { $name } made
section-did-change = Section { $name } changed
section-did-move = Section { $name } moved
section-did-remove = Section { $name } removed

## Words that mean the same

words = Words that mean the same
words-why = The search knows the words of the trade. Here it learns this desk’s own: names of products, what customers call things, common misspellings. What is saved acts at once.
words-languages = Languages of the words
words-list = Groups of words
words-none = There are none of our own in this language yet.
words-add-label = New group
words-edit-label = Group of words
words-add = Add
words-hint = Words or phrases that mean the same, with commas between: earn, savings, staking
words-alone = Please write at least two words that mean the same, with commas between.
words-leads = also finds
words-little = says little
words-did-add = Added: { $line }
words-did-change = Changed: { $line }
words-did-remove = Removed: { $line }
words-more = What else a line can be
words-more-leads-example = scam, fraud > security
words-more-leads = Who asks for the first also finds the second, but not the other way round.
words-more-weight-example = 0.6: lost, stolen
words-more-weight = Nearly the same: how much the other word counts, from 0 to 1.
words-more-little-example = ~ please, how can I
words-more-little = Words that say little about what is wanted.
words-more-remark-example = # names of last year
words-more-remark = A remark for colleagues.
words-try = Try a question
words-try-hint = Ask as a customer would.
words-try-writing = What you are writing is tried with it, before it is saved.
words-now = As it is saved
words-then = With what you are writing
words-new = new
words-found-none = Nothing is found.
words-unsure = The search is not sure of this, so customers are offered the form as well.

## Theme

settings-theme = Look of the customers’ pages
theme-why = Logo, colour and links of the help center, the form and the case pages. Nothing said: as the desk comes.
theme-logo = Logo
theme-logo-choose = Choose a picture
theme-logo-none = Use the name instead
theme-logo-hint = PNG, JPEG or WebP, shown 28 pixels high on dark blue.
theme-accent-light = Own accent colour on light pages
theme-accent-dark = Own accent colour on dark pages
theme-accent-hint = A colour that is hard to read is refused when you save.
theme-header = Links at the top
theme-footer = Links at the bottom
theme-link-add = Add a link
theme-link-new = New link
theme-link-to = Leads to
theme-link-hint = https://… or a page of this site that begins with /
theme-terms = Article with the terms
theme-privacy = Article about privacy
theme-article-hint = Its name in the address; empty for none
theme-choose = Choose…
theme-choose-named = Choose… { $name }

## Keys

keys-article = Help center
key-articles = Help center
key-article-new = New article
key-article-write = Write on the text
key-article-submit = Send for review
key-article-approve = Approve
key-article-return = Send back
key-article-publish = Publish now
key-article-schedule = Publish at a time
key-article-unschedule = Do not publish by itself
key-article-confirm = Still right
key-article-discard = Throw the draft away
key-article-withdraw = Withdraw from customers
key-article-next-language = Next language
key-article-previous-language = Previous language
key-article-preview = Preview
key-article-versions = Versions and differences
key-article-original = Original beside the translation
key-article-readers = What readers said
key-article-settings = Place, address, archive
