### The chat: the bubble on other sites (widget-bubble-…, built into the loader), and the panel.
### No plural selectors here: the panel gets each message as a template and puts the values in itself.

## The bubble

widget-bubble-open = Chat with support
widget-bubble-close = Close the chat
widget-bubble-unread = Chat with support, unread messages: { $count }
widget-bubble-frame = Official support chat

## The head of the panel

widget-title = { $brand } Support
widget-title-unread = ({ $count }) { $title }
widget-official = Is this really you?
widget-official-desk = Official support
widget-with-assistant = The assistant answers
widget-with-agent = { $name }, agent { $number }
widget-with-queue = In line for an agent
widget-with-ticket = Continues as a case
widget-with-closed = Ended
widget-minimise = Minimise
widget-menu = Options
widget-language = Language
widget-sound = Sound for new messages
widget-transcript-download = Download the transcript
widget-transcript-mail = Mail me the transcript
widget-transcript-mailed = The transcript is on its way to your mailbox.
widget-case = Open case { $reference }
widget-end = End the conversation
widget-end-sure = End this conversation?
widget-end-why = What was said is kept, and you can write again at any time.
widget-cancel = Cancel
widget-close = Close
widget-tab = opens in a new tab

## Before a conversation

widget-welcome = Hello. What can we help with?
widget-welcome-lead = Just write what happened. The assistant answers at once, and you can ask for a person at any time.
widget-never-ask = We never ask for your password, codes, private key or seed phrase, nor for remote access to your device.
widget-incidents = Known right now
widget-topics = What is it about?
widget-fits = This may answer it already
widget-fits-count = Pages that may help: { $count }
widget-fits-hide = Hide suggestions
widget-form = Use the form instead

## The conversation

widget-conversation = Conversation
widget-loading = Loading the conversation
widget-older = Loading older messages
widget-today = Today
widget-yesterday = Yesterday
widget-new = New messages
widget-jump = Go to the newest message
widget-jump-new = New messages: { $count }
widget-you = You
widget-desk = The desk
widget-assistant = Assistant
widget-assistant-label = automatic answer
widget-sent = Delivered
widget-read = Read
widget-sending = Sending
widget-waiting = Waiting for a connection; it is sent by itself
widget-not-sent = Not sent
widget-again = Tap to try again
widget-take-back = Take back and edit
widget-check = Check this message
widget-code = Code of this message: { $code }
widget-code-why = Enter it on our official page to see that this message is from us.
widget-code-go = Open the official page
widget-sources = From
widget-taken = We took something out
widget-typing = { $name } is writing…
widget-writing = The assistant is writing…
widget-image = Open the picture { $name }
widget-download = Download { $name } ({ $size })
widget-file-gone = This file cannot be opened right now. Please try again later.

## Waiting for a person

widget-person = Talk to a person
widget-place-next = You are next
widget-place = You are number { $place } in line
widget-wait = About { $range }
widget-wait-soon = Less than a minute
widget-wait-unknown = We cannot tell yet how long it takes
widget-wait-why = You keep your place even if you close this window.
widget-closed-now = Nobody is here right now. What you write is kept.
widget-opens-at = We are back at { $time }.
widget-meanwhile = Meanwhile, this may help
widget-leave = Leave an address instead of waiting
widget-leave-why = Our answer comes by mail, so you need not stay.
widget-email = Email address
widget-email-wrong = Please write a whole address, such as name@example.com.
widget-name = Your name (optional)
widget-leave-send = Save
widget-left = The answer also goes to { $contact }.
widget-ticket = An agent goes on with it. The answer appears here and in your case.

## Writing

widget-write = Write a message…
widget-message = Your message
widget-send = Send
widget-attach = Add files
widget-camera = Take a picture
widget-drop = Let go to add the files
widget-count = { $length } / { $max }
widget-too-long = The message is too long. Please send it in parts.
widget-file-remove = Remove { $name }
widget-file-large = “{ $name }” is larger than { $max } MB. Please shorten or compress it.
widget-files-many = One message can bring { $max } files.
widget-file-failed = This file could not be sent. Please remove it and choose it again.
widget-file-waiting = No connection. It goes on by itself as soon as there is one.
widget-files-busy = The message goes as soon as its files are there.

## The line

widget-offline = No connection; trying again. What you write is kept.
widget-online = Connected again.
widget-failed = That did not work. Nothing was lost; please try again in a moment.

## The end

widget-ended = This conversation has ended
widget-ended-why = Something else? Just write, and we begin again.
widget-start = Start a new one
widget-rate = How was our help?
widget-rate-1 = 1, very poor
widget-rate-2 = 2, poor
widget-rate-3 = 3, fair
widget-rate-4 = 4, good
widget-rate-5 = 5, very good
widget-rate-comment = Anything you want to say? (optional)
widget-rate-send = Send the rating
widget-rated = You gave { $score } of 5. Thank you; we read every one.

## A secret, before it is sent

widget-guard-title = Please do not send this
widget-guard-certain = What was typed seems to hold what nobody may know, us included. No agent will ever ask for it.
widget-guard-may = It may be a private key. A transaction’s id looks the same: if it is one, just send it.
widget-guard-remove = Take it out
widget-guard-anyway = Press the send button again to send it as it is. What we recognise is still taken out before anything is stored.
widget-guard-done = Taken out.
widget-guard-mark = ⟦removed: { $kind }⟧
widget-secret-seed-phrase = recovery phrase (seed phrase)
widget-secret-private-key = private key
widget-secret-api-secret = API secret
widget-secret-access-token = access token
widget-secret-totp-secret = 2FA setup key
widget-secret-recovery-code = recovery code
widget-secret-card-number = card number
widget-secret-cvv = card security code
widget-secret-otp-code = one-time code
widget-secret-password = password
