### The customers' pages.

## Around every page

site-name = { $brand } Help
site-skip = Skip to content
site-cases = My cases
site-language = Change language
site-sign-out = Sign out
site-signed-in = Signed in as { $who }
site-never-ask = We never ask for your password, codes, private key or seed phrase, nor for remote access to your device.
site-report = Has somebody asked? Report it
site-home = Back to the front page

## Front page

front-title = What can we help with?
front-lead = Tell us what happened. You get a reference, and can see at any time who has your case and when to expect an answer.
front-ask = Ask for help
front-cases = See my cases
front-common = Most common problems
front-all = All kinds of problems
front-ways = Ways to reach us
ways-channel = Channel
ways-for = Good for
ways-open = Open
ways-answer = Usual answer
ways-terms = Languages and cost
ways-always = Day and night
ways-open-now = Open now
ways-closed-now = Closed now
# zone is a name such as Asia/Singapore or UTC
ways-hours = { $from }–{ $to } ({ $zone })
ways-local-call = costs a local call
ways-usual = usually { $range }
ways-guests = no sign-in needed
ways-sign-in = sign-in needed
ways-free = free

## Choosing a category

ask-title = What is it about?
ask-lead = Choose the nearest; we then ask only what belongs to it. A wrong choice does no harm, an agent will correct it.
ask-group-money = Money in and out
ask-group-trading = Trading
ask-group-account = Account and safety
ask-group-general = Anything else

## The form

form-back = Choose another category
form-never-title = Please leave out every secret
form-never = We never need a password, code, private key, seed phrase or API secret, and no agent will ask for one.
form-details = What we need to know
form-problem = What happened
form-contact = How to reach you
form-more = More details
form-more-why = all optional; each may save you a question
form-optional = optional
form-example = For example: { $example }
form-choose = Please choose
form-signed-in = You are signed in as { $who }; answers appear under “My cases”.
form-submit = Send
form-promise = Usually answered within { $range }
form-errors =
    { $count ->
        [one] { $count } thing needs
       *[other] { $count } things need
    } another look
form-errors-kept = Nothing was sent yet. All that you typed is still here; please correct these:
form-draft = Your draft is kept on this device
existing-title = You already have a case for this
existing-lead = Adding to it keeps your place in line, and the agent sees the whole story. What you wrote is kept.
existing-join = Add to this case
existing-new = It is something else: send as a new case

## Receipt

receipt-title = We have it
receipt-joined-title = Added to your case
receipt-reference = Your reference
receipt-check = The last character, { $check }, is a check: a slip in copying is noticed.
receipt-next = What happens next
receipt-link = Open our mail to { $email } and follow its link.
receipt-link-why = It proves that the address is yours; until then answers are held for you, not mailed. Nothing there? Look in the spam folder, or ask again under “My cases”.
receipt-answer = An agent reads it and answers, usually within { $range }.
receipt-once = No need to send it twice. To add something or to ask how it stands, use the case; you keep your place.
receipt-open = Open the case
receipt-proof = Your acknowledgement
receipt-proof-why = This fingerprint fixes what you sent: any later change to it would show.
receipt-entry = Entry { $number }
receipt-hash = Fingerprint (SHA-256)

## The link in a mail

link-title = Open your cases
link-lead = Press the button to confirm that it is you who opened the mail. You can then read and answer on this device.
link-button = It is me, open
link-not-you = You did not write to us? Simply close this page; nothing changes.

## My cases

cases-lead = The cases of { $who }, the latest change first.
cases-empty-title = No cases yet
cases-empty = When something goes wrong, tell us; from then on you see here how it stands.
cases-ask = Ask for help
cases-updated = changed { $time }
cases-mail-title = See your cases by e-mail
cases-mail-lead = Type the address you wrote from; we mail a link that works once.
cases-mail-button = Mail me a link
cases-mail-sent-title = Please look in your mail
cases-mail-sent = If there are cases for { $email }, a link arrives within minutes. Nothing there? Check the spelling and the spam folder. To protect your privacy this answer is always the same.
cases-exchange = Or sign in to the exchange's site or app and choose support there; no mail needed.

## A case

case-state-agent = We are on it
case-state-customer = Waiting for you
case-state-closed = Closed
case-status = Where it stands
case-who = Who has it
case-agent = { $name }, agent { $number }
case-nobody = In line for the next free agent
case-next = What happens next
case-next-agent = An agent answers you.
case-next-agent-by = An agent answers you by { $time }.
case-next-late = We promised an answer by { $time } and are late. We are sorry. If you chase, a lead is told at once.
case-next-late-chased = We promised an answer by { $time } and are late. We are sorry. A lead has been told.
case-next-customer = We go on as soon as you answer.
case-next-closed = Closed on { $time }. If it is not solved, you can reopen it.
case-asked = What we need from you
case-asked-nothing = Nothing for now.
case-asked-reply = Please answer the agent's last message.
case-asked-missing = If you know them, please add in a reply: { $fields }.
case-conversation = Conversation
case-you = You
case-official = Official answer
case-system = Automatic message
case-event-assigned = { $name }, agent { $number }, took the case
case-event-unassigned = Back in line for the next agent
case-event-closed = The agent closed the case
case-event-closed-own = You closed the case
case-event-reopened = The agent reopened the case
case-event-reopened-own = You reopened the case
case-event-chased = You chased
case-event-rated = You rated it { $score } of 5
case-event-proved = Your address was proved
case-event-merged = This case continues in { $reference }
case-event-absorbed = Case { $reference } was joined to this one
case-event-unmerged = Case { $reference } stands on its own again
case-event-split = One of your messages became a case of its own: { $reference }
case-reply = Your reply
case-reply-send = Send
case-chase = Ask how it stands
case-chase-why = You keep your place. If we are late, a lead is told at once.
case-chase-from = If there is no answer, you can ask from { $time }.
case-chased =
    Chased { $count ->
        [one] once
       *[other] { $count } times
    }
case-close = It is solved: close the case
case-close-why = You can reopen it at any time.
case-reopen = Not solved: reopen
case-reopen-why = Reopen it to go on writing; the whole conversation is kept.
case-actions = What you can do
case-facts = What you told us
case-opened = Sent
case-record = The record
case-record-why =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, each sealing the one before: nobody can quietly change them.
case-head = Latest fingerprint

## Rating

rating-title = How was our help?
rating-1 = 1, very poor
rating-2 = 2, poor
rating-3 = 3, fair
rating-4 = 4, good
rating-5 = 5, very good
rating-comment = Anything you want to say?
rating-send = Send the rating
rating-given = You gave { $score } of 5. Thank you; we read every one.

## Notices after something was done

notice-replied = Sent and on record. The agent sees it.
notice-closed = The case is closed. You can reopen it at any time.
notice-reopened = The case is open again and back with the agents.
notice-chased = Noted. You keep your place in line.
notice-chased-late = Noted, and a lead has been told that we are late.
notice-rated = Thank you for the rating.
notice-proved = Your address is proved. Answers will be mailed to it from now on.
notice-merged = This case continues here: two of your cases were joined.
notice-joined = Added to this case. You keep your place in line.
notice-signed-out-title = Signed out
notice-signed-out = Your cases can no longer be seen on this device. Come back by mail or from the exchange whenever you like.

## The demo's mailbox

demo-mail-title = The demo's mailbox
demo-mail-lead = The demo mails nobody: what it would have sent is here.
demo-mail-empty = No mail yet. Send the form and its receipt appears here.
demo-mail-to = To
demo-mail-from = From
demo-mail-back = All mails
demo-mail-text = Plain text
