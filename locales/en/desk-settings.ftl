### The settings pages of the workspace, and incidents.

## Frame

settings = Settings
settings-agents = Agents
settings-teams = Teams
settings-categories = Categories and fields
settings-macros = Macros
settings-tags = Tags
settings-views = Views
settings-channels = Channels
settings-languages = Languages
settings-hours = Opening hours
settings-saved = Saved
settings-reload = Show the newer version
settings-discard = Discard changes
edit = Edit
edit-named = Edit { $name }
remove-named = Remove { $name }
move-up = Move { $name } up
archive = Archive
archive-named = Archive { $name }
archive-title = Archive { $name }?
description = Description
colour = Colour
date = Date
time-zone = Time zone

## History

history = Who changed what
history-none = Nothing has been changed yet.
history-made = added
history-changed = changed
history-removed = removed

## Teams

teams-why = Tickets can be handed to a team; its members see them under “My team”.
teams-none = There are no teams yet.
team-new = New team
team-size =
    { $count ->
        [one] 1 member
       *[other] { $count } members
    }
team-members = Members
team-archive-consequence = Its open tickets go to no team, and their timelines say so. Closed ones keep the name.

## Tags

tags-why = Tags are made by using them. Here they get a meaning and a colour.
tags-none = There are no tags yet.
tag-describe = Describe a tag
tag-name-hint = Letters, digits, - and _; no spaces
tag-remove-title = Remove #{ $tag } from the list?
tag-remove-consequence = Tickets that bear it keep it; it comes back when it is used again.
colour-none = None
colour-grey = Grey
colour-red = Red
colour-orange = Orange
colour-yellow = Yellow
colour-green = Green
colour-teal = Teal
colour-blue = Blue
colour-purple = Purple
colour-pink = Pink

## Views

views-why = A view is a filter with a name and an exact count.
views-none = No view has been saved yet.

## Macros

macros-why = Texts and actions that are used again and again, in each language.
macro-new = New macro
macro-last = last { $time }
macro-title = Title
macro-group = Group
macro-group-hint = What it stands under in lists
macro-text = Text in { $language }
placeholders = Placeholders
macro-preview-for = As it reads for
macro-preview-saved = Placeholders are filled in once it is saved.
macro-tags = Tags
macro-tags-hint = vip -new: puts vip on and takes new off
macro-hand-over = Hand over to
macro-visible = Who sees it
macro-remove-title = Remove the macro “{ $title }”?
macro-remove-consequence = Answers that were written with it stay as they are.

## Categories

categories-why = What customers choose from, what each asks for, who gets it and by when it is answered.
category-fields =
    { $count ->
        [one] 1 field
       *[other] { $count } fields
    }
category-add = Add a category
category-slug = Name in addresses
category-slug-hint = Small letters, digits and -; it stays for ever
category-hint = Explanation
category-weight = Weight of a conversation
category-weight-hint = 1 to 5: how many of an agent’s places a chat about this takes.
category-promise = Own promise of an answer
promise-unit = Counted in
unit-hours = hours
unit-working-hours = working hours
unit-working-days = working days
category-asks = What it asks for
ask-required = required
ask-optional = optional
ask-hidden = not asked
field-add = Add a field
field-key = Name in the API
field-input = Filled in as
field-why = Why it is asked
input-line = one line
input-lines = several lines
input-amount = amount
input-choice = choice
choice-value = Value
choice-add = Add a choice

## Channels

channels-why = Who may come by which way.
channels-phone = Agents note phone calls
channels-form = Who may use the form
door-anyone = Anyone
door-proved = Who proved an address
door-signed-in = Who is signed in

## Languages and hours

languages-why = The languages that the site is offered in, in this order.
language-default = for everybody else
hours-why = When people are there: shown to customers, and what promises in working time are counted in.
hours-always = Around the clock: there is no calendar.
hours-closed = closed
hours-add = Add hours on { $day }
hours-from = From
hours-to = Until
holidays = Holidays
holiday-add = Add a holiday
calendar-add = Add a calendar
calendar-remove = Remove this calendar

## Incidents

incidents = Incidents
incident-create = Open the incident
incident-close = Close the incident
incident-close-title = Close “{ $title }”?
incident-close-consequence = Tickets stay linked and open; no further ones are offered for it.
incident-update = Update to all customers
incident-update-why = It answers every linked ticket in its customer’s language; where that one is missing, in English, or the first that there is.
incident-update-in = Update in { $language }
incident-update-send =
    { $count ->
        [one] Answer 1 ticket
       *[other] Answer { $count } tickets
    }
incident-updates = What customers were told
update-going = { $done } of { $total } answered…
update-gone = { $done } of { $total } answered

## What is official

settings-official = What is official
official-why = “Is this really you?” answers by it, and links that imitate are told from others. The desk’s own address, its mail and its ways to be reached count by themselves.
official-add = Add a brand
official-remove = Remove this brand
official-id = Id
official-id-hint = Small letters and digits; only agents and programs see it
official-names = Names
official-names-hint = One per line, in every language and script that people use
official-domains = Domains
official-domains-hint = One per line, such as dengta.example; all that is under them counts
official-addresses = Mail addresses elsewhere
official-addresses-hint = One per line; addresses at the domains above count by themselves
official-phones = Telephone numbers
official-phones-hint = One per line, with the country’s code
official-handles = Accounts
official-handles-hint = One per line, such as @dengta

## How long customers may decide

settings-secrets = What may be a secret
secrets-why = A long row of digits can be a private key or a transaction. Agents do not see it; whoever wrote it decides whether it is sent or destroyed. After this time it is destroyed without a decision.
secrets-days = Days to decide
secrets-days-hint = 1 to 30. What waits already keeps the time that it was given
