### The conversation: timeline, composer, customer, and the dialogs about a ticket.

## The timeline

events-folded =
    { $count ->
        [one] 1 event
       *[other] { $count } events
    }
quote-show = Show what is quoted
quote-hide = Hide what is quoted
withdrawn = withdrawn before the customer saw it
call-noted = Phone call
split-from = Split from
on-merged = on { $reference }
file-download = Download { $name }
delivery-resting = leaves in a few seconds
secret-taken-why = It was removed before it was stored. Nobody here can read it.
secret-kept-why = This may be a secret. It is sealed; only the customer can send it after all or have it destroyed.
secret-undecided = Something here may be a secret: the customer decides whether you see it.

## Events

event-assigned-team = { $actor } handed this to { $team }
event-assigned-both = { $actor } assigned this to { $agent } in { $team }
event-prioritised = { $actor } set the priority: { $priority }
event-tagged = { $actor } added { $add }
event-untagged = { $actor } removed { $remove }
event-retagged = { $actor } added { $add } and removed { $remove }
event-snoozed = { $actor } snoozed this until { $time }, or until the customer answers
event-woken-time = Back: the time has come
event-woken-answer = Back: the customer answered
event-woken-agent = { $actor } woke this up
event-withdrawn = { $actor } took answer { $number } back
event-redacted = A part of a secret was taken out of message { $number }
event-secret-sent = The customer decided that this is no secret, and sent it
event-secret-destroyed = The customer had what might be a secret destroyed: { $kind }
event-secret-expired = What might be a secret was destroyed, as the customer did not decide: { $kind }
event-merged = { $actor } merged this into
event-absorbed = { $actor } merged into this:
event-unmerged = { $actor } undid the merge with
event-released = { $actor } undid the merge of
event-split = { $actor } split message { $number } off:
event-linked = { $actor } linked
event-unlinked = { $actor } removed the link to
event-spam-marked = { $actor } marked this as spam
event-spam-cleared = { $actor } says that this is no spam
event-incident-linked = { $actor } linked this to an
event-incident-unlinked = { $actor } removed this from an

## The head of a conversation

snoozed-until = until { $time }, or an answer
viewing = { $name } is viewing
typing-reply = { $name } is replying
typing-note = { $name } is writing a note
tag-remove = Remove { $tag }
more-actions = More actions
merged-into = Merged. It goes on in

## The composer

macro = Macro
attach = Attach files
send-close = Send and close
uploading = Uploading…
drop-files = Drop files here
formatting = Formatting
mark-bold = Bold
mark-italic = Italic
mark-list = List
mark-quote = Quote
mark-code = Code
mark-link = Link
preview = Preview
preview-empty = Nothing to preview yet.
mention = Mention a colleague
closes-after = closes once sent
closes-not = Do not close
draft-taken = A secret stands in this text. It stays on this screen; the draft is kept without it.
asks-say = You could say instead:
asks-put-in = Put this in its place
draft-newer = You went on with this draft on another device:
draft-take = Use that one
draft-keep = Keep this one
draft-both = Put both together
files = Files
file-remove = Remove { $name }
upload-progress = { $percent }% of { $size }
upload-resume = Resume
upload-again = Choose it again to go on
too-many-files = At most { $max } files go with one message.

## Sending

did-reply = Reply to “{ $subject }”

## Macros

macros = Macros
macro-search = Find a macro
macros-none = There are no macros yet.
macros-none-found = No macro fits.
macro-other-language = not in the customer’s language
macro-also = It will also
macro-does-tag = Tags: { $tags }
macro-does-priority = Priority: { $priority }
macro-does-assign = Hand over to { $team }
macro-does-close = Close once sent
macro-used =
    { $count ->
        [one] used once
       *[other] used { $count } times
    }
macro-insert = Insert

## Merging, splitting, linking

do-merge = Merge
do-link = Link
do-split = Split off
do-incident = Link to an incident
likely-the-same = Likely the same
why-same-customer = same customer
why-same-category = same category
why-same-txid = same transaction or order
why-similar-text = nearly the same words
why-flood = many customers ask this now
merged-here = Merged into this one
unmerge = Unmerge
linked = Linked
unlink = Unlink
find-ticket = Reference or words
find-none = Nothing was found.
merge-title = Merge { $reference } with
merge-why = For two tickets of one customer about one problem. Both conversations are shown together from then on.
merge-goes-on = Goes on in
merge-preview =
    { $count ->
        [one] { $from } is merged into { $into }. Its timeline will show 1 entry.
       *[other] { $from } is merged into { $into }. Its timeline will show { $count } entries.
    }
merge-undoable = It can be undone at any time; nothing is lost.
merge-impossible = These two cannot be merged.
refused-asks-for-secret = It asks for a secret, which nobody here may do.
refused-already-merged = One of them has been merged already. Unmerge it first.
refused-merge-cycle = They belong to the same ticket already.
refused-merge-other-customer = They are of different customers. Link them instead.
refused-merge-too-many = Too many tickets are merged into it already.
link-title = Link { $reference } with
link-why = For tickets that have to do with each other but stay apart.
split-title = Split a message off
split-why = It becomes a ticket of its own, for another problem of the same customer. It stays in this conversation too.
split-message = Message
did-merge = Merged { $from } into { $into }
did-unmerge = { $reference } stands on its own again
did-link = Linked { $reference }
did-unlink = Unlinked { $reference }
did-split = Split off as { $reference }

## New tickets

new-ticket = New ticket
create-ticket = Create the ticket
did-create = { $reference } is open
customer-find = Find the customer by name or e-mail
customer-none = Nobody was found: write them down below.
customer-other = Somebody else
customer-claimed = An address that you write down is proved only once the customer opens the link that goes there.
customer-language = Customer’s language

## Incidents

incident = incident
incident-why = Tickets with one cause are linked to one incident: one update answers them all.
incident-tickets =
    { $count ->
        [one] 1 ticket
       *[other] { $count } tickets
    }
incidents-none = No incident is open.
incident-unlink = Remove from the incident
incident-new = New incident
incident-title = What is wrong
incident-text = What is known
incident-open = Open and link
did-incident = Linked to “{ $title }”
did-incident-off = Removed from the incident

## The customer

time-there = Their time
other-cases = Other tickets
ratings = Ratings
ratings-mean =
    { $count ->
        [one] { $mean } of 5, rated once
       *[other] { $mean } of 5, rated { $count } times
    }
customer-notes = Notes on the customer
customer-note-add = Add a note on the customer
customer-tag = tag
customer-tag-title = Tags of { $name }
customer-block = Block
customer-unblock = Unblock
customer-blocked = Blocked: what they send becomes spam, and no mail tells of it.
remove = Remove
did-customer-tag = Tags of { $name } changed
did-customer-note = Note added
did-customer-unnote = Note removed
did-block = { $name } is blocked
did-unblock = { $name } is no longer blocked
