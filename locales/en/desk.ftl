### The agents' workspace. Shared words (categories, states, fields, roles) are in common.ftl.

## Frame

brand = Dengta
navigation = Views and pages
menu = Open the menu
administration = Administration
me = { $name } · { $number }
account = My account
agents = Agents
tokens = API tokens
language = Language
loading = Loading
dismiss = Close this window
cancel = Cancel
done = Done
back = Back to the list
more = Show more
try-again = Try again
copy = Copy: { $what }
copied = Copied

## When the server does not answer, or refuses without a sentence of its own

offline = Not connected. Your drafts are kept; we keep trying.
problem-unreachable = The server did not answer. What you typed is kept; please try again.
problem-unknown = The server refused this ({ $status }). What you typed is kept.

## Sign-in and invitation

sign-in = Sign in
sign-out = Sign out
totp-hint = From your authenticator app
retry-at = You can try again at { $time }.
invitation = Welcome to the desk
invitation-for = This invitation is for { $email }, as { $role }.
invitation-accept = Accept and sign in
name = Name
name-hint = Customers see it under your answers
password-empty = At least { $min } characters. A few unrelated words make a good one.
password-short = { $length } of at least { $min } characters
password-fair = Long enough; longer is better
password-good = Good
password-strong = Strong
totp-enrol = Two-factor sign-in
totp-enrol-how = Scan this with your authenticator app, or type the key by hand. Then enter the code that it shows.
totp-code-image = QR code with the same key as below
totp-secret = Key

## Views

view-mine = Mine
view-unassigned = Unassigned
view-open = Open
view-waiting = Waiting for customer
view-closed = Closed
view-mine-empty = No open ticket is assigned to you.
view-unassigned-empty = Every ticket has someone who looks after it.
view-open-empty = Nothing is open. All customers have been answered.
view-waiting-empty = No ticket waits for its customer.
view-closed-empty = No ticket has been closed yet.
no-such-ticket = There is no such ticket, or it is not yours to see.
choose-ticket = Choose a ticket from the list.
choose-ticket-keys = next and previous

## Short names of the categories, for pills

category-deposit-short = deposit
category-tag-short = tag, memo
category-missent-short = missent
category-withdrawal-short = withdrawal
category-fiat-short = fiat
category-trade-short = trade
category-derivatives-short = derivatives
category-verification-short = verification
category-recovery-short = recovery
category-security-short = security
category-api-short = API
category-phishing-short = phishing
category-question-short = question
category-other-short = other

## A ticket and what can be done with it

turn-agent = our turn
turn-customer = customer’s turn
due = due in { $time }
overdue = { $time } overdue
who = { $name } · { $number }
unassigned = unassigned
reference = reference
chased =
    { $count ->
        [one] chased once
       *[other] chased { $count } times
    }
assign-me = Assign to me
hand-back = Hand back
close = Close
reopen = Reopen
customer = Customer
timeline = Conversation
new-message = New message from { $name }
new-below =
    { $count ->
        [one] 1 new message
       *[other] { $count } new messages
    }
erased = Erased by policy; the record still holds.
entry-proof = Entry { $number } · { $hash }

## Composer

composer = Kind of answer
reply = Reply
note = Note
reply-body = Reply to the customer
note-body = Note for agents only
reply-placeholder = Write to { $name }…
note-placeholder = Only agents see this…
send = Send
add-note = Add note
sending = sending…
draft-kept = Draft kept
draft-not-kept = This browser has no room to keep the draft: copy it before you leave
stays-closed = Closed: a reply does not reopen it
will-be-held = Held until the customer proves the address
moved =
    { $count ->
        [one] 1 new message, read it first.
       *[other] { $count } new messages, read them first.
    }
read-them = Show

## What became of the mail with our answer

delivery-held = held until the address is proved
delivery-queued = queued
delivery-sent = sent
delivery-failed = could not be delivered
delivery-case-page = on the case page only: there is no address
delivery-no-mail-server = waits: no mail server is set up

## Events on the timeline

event-taken = { $actor } took this
event-assigned = { $actor } assigned this to { $agent }
event-unassigned = { $actor } handed this back
event-closed = Closed by { $actor }
event-reopened = Reopened by { $actor }
event-chased = { $actor } asks how far this is
event-rated = { $actor } rated this { $score } of 5
event-proved = { $actor } proved the e-mail address
event-delivery-failed = A mail could not be delivered
actor-customer = Customer
actor-agent = Agent
actor-token = API token
actor-system = Dengta

## Beside the conversation

email-short = E-mail
unproved = not proved
no-email = none
channel = Channel
missing = Not given yet
rating = Rating
rating-score = { $score } of 5
record = Record
record-entries =
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
head-hash = hash of the last entry

## Keys

keys = Keys
key-next = Next in the list
key-previous = Previous in the list
key-reply = Reply
key-note = Note
key-assign-me = Assign to me
key-close = Close
key-reopen = Reopen
key-inbox = Open tickets
key-help = This overview
key-send = Send what is in the composer
key-leave = Leave the composer
keys-where = Single letters work outside text fields, and never while an input method composes.

## My account

agent-number = Agent { $number }
sessions = Where you are signed in
sessions-why = End what you do not know, and tell an administrator.
sessions-none = No session.
session-current = this device
session-times = Signed in { $created } · last seen { $seen }
device-unknown = Unknown device
revoke = End

## Agents

agents-none = Nobody yet.
refused-requests = Stopped because a secret was asked for
refused-requests-why = Messages to customers that asked for a password, a code or the like, in the last 90 days. None was sent, and their words are not kept.
refused-requests-none = No message was stopped.
refused-requests-count =
    { $count ->
        [one] once
       *[other] { $count } times
    }
agent-active = active
agent-invited = invited
agent-off = off-boarded
invite = Invite
invite-title = Invite a colleague
invite-sent = The invitation is on its way to { $email }.
reset = Invite anew
reset-title = Invite { $name } anew?
reset-consequence = For a lost device: sessions, password and two-factor sign-in end at once. They are told, and set up new ones from an invitation that is mailed to them.
off-board = Off-board
off-board-title = Off-board { $name }?
off-board-consequence = Their sessions and tokens end at once, and their tickets go back to the queue.

## API tokens

tokens-why = A token lets a program do what its role may do. It does not expire by itself: end what is no longer used.
tokens-none = No token yet.
token = token
token-create = Create a token
token-name = What it is for
token-name-hint = The program or team that will hold it
token-once = Copy it now: it is shown only once.
token-times = Created { $created } · last used { $used }
token-unused = Created { $created } · never used
token-revoke-title = End the token “{ $name }”?
token-revoke-consequence = Programs that use it are refused from now on.

## What each role does

not-for-you = Nothing to do here
not-for-you-role = You are signed in as { $role }, a role that does not open this page.
role-agent-does = Answers customers: reads tickets, replies, takes notes, assigns and closes.
role-lead-does = Does what an agent does, and looks after the team.
role-editor-does = Looks after the help center. Editors do not read customers’ tickets.
role-auditor-does = Reads tickets and their record, and changes nothing.
role-admin-does = Does everything, and looks after agents and tokens.
