### Mails. Each has a subject, a preheader, paragraphs and a button.

## Around every mail

mail-reference = Reference: { $reference }
mail-link-below = If the button does not work, copy this address:
mail-automatic = This mail was sent by a machine and replies to it are not read. Please answer on the case's page.

## Receipt to an address that has proved nothing: none of the customer's own words

mail-receipt-subject = We have received your case { $reference }
mail-receipt-preheader = Please open the link to confirm that this address is yours.
mail-receipt-1 = A case was sent to { $brand } with this address. If it was you, please press the button to confirm that the address is yours.
mail-receipt-2 = From then on you can see how it stands at any time, and answers are mailed to you. The link works once, within { $duration }.
mail-receipt-3 = If it was not you, ignore this mail: without your confirmation we send no other.
mail-receipt-button = It is me, open the case

## Receipt to an address that is known to be the customer's

mail-received-subject = We have received your case { $reference }
mail-received-preheader = Usually answered within { $range }.
mail-received-1 = Your case is on record. An agent reads it and answers, usually within { $range }.
mail-received-2 = No need to send it twice. To add something or ask how it stands, open the case; you keep your place in line.
mail-received-button = See the case

## An agent has answered

mail-answer-subject = New answer to your case { $reference }
mail-answer-preheader = { $name } has answered you.
mail-answer-1 = { $name }, agent { $number }, wrote:
mail-answer-2 = To answer, or to check that this message is official, open the case.
mail-answer-button = Open the case and answer

## A program of the exchange has answered

mail-answer-by-desk-subject = New answer to your case { $reference }
mail-answer-by-desk-preheader = { $brand } has answered you.
mail-answer-by-desk-1 = { $brand } wrote:
mail-answer-by-desk-2 = To answer, or to check that this message is official, open the case.
mail-answer-by-desk-button = Open the case and answer

## A case was closed

mail-closed-subject = Your case { $reference } is closed
mail-closed-preheader = Not solved? You can reopen it at any time.
mail-closed-1 = We believe that this is solved and have closed the case. The whole conversation is kept for you.
mail-closed-2 = If it is not solved, you can reopen it there; if it is, please tell us how we did.
mail-closed-button = See the case and rate it

## A link to one's cases, asked for

mail-link-subject = Your link to “My cases”
mail-link-preheader = Works once, within { $duration }.
mail-link-1 = You asked for a link to your cases at { $brand }.
mail-link-2 = It works once, within { $duration }. If you did not ask for it, ignore this mail and pass it on to nobody.
mail-link-button = Open my cases

## Who invites and resets, as far as a mail tells

mail-administrator = An administrator

## An invitation to work here

mail-invitation-subject = You are invited to the support desk of { $brand }
mail-invitation-preheader = Set your password and second factor by the link.
mail-invitation-1 = { $inviter } invites you to the support desk of { $brand }. Your role: { $role }.
mail-invitation-2 = Press the button to set a password and a second factor. The link works once, within { $duration }. If you did not expect this, ask your colleagues before you use it.
mail-invitation-button = Accept the invitation

## To a lead: a customer chased and a promise was missed

mail-late-subject = Chased and late: { $reference }
mail-late-preheader = Due { $time }.
mail-late-1 =
    The customer has chased { $count ->
        [one] once
       *[other] { $count } times
    }, and the answer promised by { $time } is overdue.
mail-late-2 = It is with { $assignee }. Please make sure that somebody takes it and tells the customer when to expect an answer.
mail-late-nobody = nobody yet
mail-late-button = Open the ticket

## To an agent: the second factor was reset

mail-totp-reset-subject = Your second factor was reset
mail-totp-reset-preheader = If you did not ask for it, tell an administrator at once.
mail-totp-reset-1 = { $admin } reset your second factor and all your sessions have ended. Please set a new one by the link; it works once, within { $duration }.
mail-totp-reset-2 = If you did not ask for it, do not use the link and tell another administrator at once.
mail-totp-reset-button = Set a new one

## To an agent: the account has ended

mail-ended-subject = Your account at the support desk of { $brand } has ended
mail-ended-preheader = All your sessions have ended.
mail-ended-1 = Your account at the support desk of { $brand } has ended, and with it all your sessions.
mail-ended-2 = If you did not expect this, please ask an administrator.
mail-ended-button = Open the desk
