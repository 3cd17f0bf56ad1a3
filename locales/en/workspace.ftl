### The frame of the workspace: views, list, search, many at once, keys, undo.

## Views and the list

views = Views
view-team = My team
view-snoozed = Snoozed
view-spam = Spam
view-team-empty = Your team has no open tickets.
view-snoozed-empty = No ticket is snoozed.
view-spam-empty = There is no spam.
view-none = There are no tickets here.
view-unknown = View
views-by-category = By category
views-by-language = By language
mentions = Mentions
mentions-empty = Nobody has mentioned you yet. A note with @ and your number shows here.
mention-by = { $name } mentioned you in “{ $subject }”
until = until { $time }
standing-open = open
standing-snoozed = snoozed
standing-closed = closed
standing-merged = merged
standing-spam = spam
priority-urgent = Urgent
priority-high = High
priority-normal = Normal
priority-low = Low
channel-form-short = form
channel-email-short = mail
channel-phone-short = phone
channel-chat-short = chat
channel-social-short = social
channel-forum-short = forum
channel-api-short = API
new-in-view =
    { $count ->
        [one] 1 new ticket in “{ $view }”
       *[other] { $count } new tickets in “{ $view }”
    }
new-on-top =
    { $count ->
        [one] 1 new ticket
       *[other] { $count } new tickets
    }
line-live = Live
line-polling = Updates every few seconds
line-off = Not connected
skip = Skip to the content

## Saved views

view-new = New view
view-edit = Change this view
view-edit-named = Change the view “{ $title }”
view-save = Save as view
view-title = Name
view-query = Filter
view-query-hint = As in the search: category:deposit state:open assignee:me -tag:vip
view-shared = Who sees it
view-shared-me = Only me
view-shared-team = A team
view-shared-all = Everybody
view-up = Up
view-down = Down
view-place = { $place } of { $total }
view-delete = Delete
view-saved = The view “{ $title }” is saved
view-deleted = The view “{ $title }” is deleted
save = Save
team = Team

## Search

search = Search tickets
search-hint = Search  category:deposit missing
search-results = Results
search-for = Search: { $query }
search-none = Nothing was found. Try fewer words, or leave out a filter.
search-start = Type words, “phrases” in quotes, or filters such as category: state: assignee: tag: before:
search-clear = Clear the search
search-suggestions = Suggestions

## Selecting, and one action on many

select = Select
select-ticket = Select “{ $subject }”
select-loaded = all { $count }
bulk = For all that are selected
bulk-selected = { $count } selected
bulk-running = Working on it…
bulk-undoing = Taking it back…
bulk-undone =
    { $count ->
        [one] Taken back for 1 ticket
       *[other] Taken back for { $count } tickets
    }
bulk-lost = No answer came. Please look at the list to see how far it got.
bulk-failed =
    { $count ->
        [one] 1 could not be changed.
       *[other] { $count } could not be changed.
    }
bulk-did-close =
    { $count ->
        [one] Closed 1 ticket
       *[other] Closed { $count } tickets
    }
bulk-did-reopen =
    { $count ->
        [one] Reopened 1 ticket
       *[other] Reopened { $count } tickets
    }
bulk-did-assign =
    { $count ->
        [one] Assigned 1 ticket to { $name }
       *[other] Assigned { $count } tickets to { $name }
    }
bulk-did-hand-back =
    { $count ->
        [one] Handed back 1 ticket
       *[other] Handed back { $count } tickets
    }
bulk-did-tag =
    { $count ->
        [one] Tags of 1 ticket changed: { $tags }
       *[other] Tags of { $count } tickets changed: { $tags }
    }
bulk-did-priority =
    { $count ->
        [one] 1 ticket is now “{ $priority }”
       *[other] { $count } tickets are now “{ $priority }”
    }
bulk-did-snooze =
    { $count ->
        [one] 1 ticket sleeps until { $time }
       *[other] { $count } tickets sleep until { $time }
    }
bulk-did-wake =
    { $count ->
        [one] 1 ticket is back
       *[other] { $count } tickets are back
    }
bulk-did-spam =
    { $count ->
        [one] 1 ticket marked as spam
       *[other] { $count } tickets marked as spam
    }
bulk-did-unspam =
    { $count ->
        [one] 1 ticket is no longer spam
       *[other] { $count } tickets are no longer spam
    }
bulk-reply-why = Each customer gets it as an answer on their own ticket. It can be taken back for a few seconds.
bulk-note-why = Each ticket gets it as a note. Customers do not see it.
bulk-did-reply =
    { $count ->
        [one] Answered 1 ticket
       *[other] Answered { $count } tickets
    }
bulk-did-note =
    { $count ->
        [one] Noted on 1 ticket
       *[other] Noted on { $count } tickets
    }
bulk-did-merge =
    { $count ->
        [one] Merged 1 ticket into { $into }
       *[other] Merged { $count } tickets into { $into }
    }
bulk-did-incident =
    { $count ->
        [one] Linked 1 ticket to “{ $title }”
       *[other] Linked { $count } tickets to “{ $title }”
    }
bulk-did-incident-off =
    { $count ->
        [one] Removed 1 ticket from the incident
       *[other] Removed { $count } tickets from the incident
    }

## What can be done to a ticket

assign = Assign
tag = Tag
priority = Priority
snooze = Snooze
wake = Wake up
spam = Spam
unspam = Not spam
assign-title = Assign “{ $subject }” to
assign-hint = Name, number or team
assign-to = Assign to { $name }
assign-to-me = { $name } (me)
assign-nobody = Nobody
tag-title = Tags of “{ $subject }”
tag-hint = Add or remove a tag
tag-new = New tag #{ $tag }
priority-title = Priority of “{ $subject }”
snooze-title = Snooze “{ $subject }” until, or until the customer answers
snooze-hint = Or type 2h, 3d, 14:30 or 2026-11-25 09:00
snooze-hour = In an hour
snooze-hours = In four hours
snooze-tomorrow = Tomorrow morning
snooze-monday = Monday morning
snooze-week = In a week
snooze-until = Until

## What was done, and taking it back

toasts = What was just done
dismiss-toast = Dismiss
undo = Undo
undone = Undone: { $what }
did-close = Closed “{ $subject }”
did-reopen = Reopened “{ $subject }”
did-assign = “{ $subject }” goes to { $name }
did-hand-back = Handed back “{ $subject }”
did-priority = “{ $subject }”: { $priority }
did-tag = “{ $subject }”: { $tags }
did-snooze = “{ $subject }” sleeps until { $time }
did-wake = “{ $subject }” is back
did-spam = Marked “{ $subject }” as spam
did-unspam = “{ $subject }” is no longer spam
did-send = The reply leaves when the countdown ends

## The palette

palette = Commands
palette-hint = A command, a view, a colleague…
palette-none = Nothing fits
palette-commands = Commands
palette-views = Views
palette-pages = Pages
palette-people = People
palette-teams = Teams

## Keys

keys-list = The list
keys-ticket = The ticket
keys-writing = Writing
keys-going = Going places
key-select = Select the row
key-select-to = Select up to the row
key-select-all = Select all loaded rows
key-select-none = Select nothing
key-search = Search
key-send-close = Send and close, next
key-macro = Macro
key-attach = Attach files
key-assign = Assign…
key-tag = Tag…
key-priority = Priority…
key-snooze = Snooze…
key-wake = Wake up
key-merge = Merge…
key-split = Split…
key-link = Link…
key-incident = Incident…
key-spam = Spam, or not spam
key-customer = Customer
key-palette = Command palette
key-undo = Undo the last action
key-views = Go to a view…
key-mentions = Mentions
key-new-ticket = New ticket for a customer
key-save-view = Save what is shown as a view
keys-change = Change the keys
keys-kept = What you change is kept on this device, for your account.
keys-preset = Preset
keys-preset-dengta = Dengta
keys-preset-zendesk = Zendesk
keys-press = Press the keys…
keys-none = none
keys-changed = { $name }: { $keys }
keys-change-named = { $name }: { $keys }. Press to change
keys-back = reset
keys-back-named = { $name }: reset
keys-remove = Remove
keys-remove-named = { $name }: no key
keys-conflict = also { $name }
keys-refused-browser = This one belongs to the browser. Please choose another.
keys-refused-control = Buttons and fields need this one. Please choose another.
keys-reset = Reset all
keys-reset-done = All keys are those of the preset again
