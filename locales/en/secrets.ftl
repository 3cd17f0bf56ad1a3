# Secrets in what customers write: taken out, and what to do now.

# Stands in a text where a secret stood.
secret-removed = [removed: { $kind }]

secret-kind-seed-phrase = recovery phrase (seed phrase)
secret-kind-private-key = private key
secret-kind-api-secret = API secret
secret-kind-access-token = access token
secret-kind-totp-secret = 2FA setup key
secret-kind-recovery-code = recovery code
secret-kind-card-number = card number
secret-kind-cvv = card security code
secret-kind-otp-code = one-time code
secret-kind-password = password

secret-do-seed-phrase = Whoever has seen this phrase can take everything in that wallet. Move the funds to a new wallet now, and never use the old one again.
secret-do-private-key = Whoever has seen this key can take what it holds. Move the funds to a new address now, and never use the old key again.
secret-do-api-secret = Delete this API key now and make a new one. Check its trades and withdrawals.
secret-do-access-token = Sign out of all devices now: that ends the session. Delete the token where it was made.
secret-do-totp-secret = Set up your authenticator anew: with the old key anybody can compute your codes.
secret-do-recovery-code = Make new recovery codes now; the old ones then no longer work.
secret-do-card-number = We never need a whole card number. If others may have seen it, have your bank block the card.
secret-do-cvv = We never need this code. If others may have seen it together with the card’s number, have your bank block the card.
secret-do-otp-code = Do not give such codes to anybody, us included. If someone asked you for it, change your password now.
secret-do-password = Change this password now, wherever you use it. Nobody here ever needs it.

secret-title = We took something out of your message
secret-lead = It was not stored and nobody here can read it. This is what to do now:
secret-article = How to keep your account safe
secret-may-title = Is this a secret?
secret-may-lead = Something in your message may be a private key. It is sealed: nobody here can read it. A transaction’s id looks the same; if it is one, send it. Undecided, it is destroyed { $time }.
secret-may-receipt = Something in your message may be a private key. It is sealed: nobody here can read it. Open your case to decide: send it, or have it destroyed.
secret-destroy = Destroy it
secret-send = Not a secret: send it

case-event-redacted = A part of a secret was taken out of an earlier message
case-event-secret-destroyed = What might have been a secret was destroyed
case-event-secret-expired = What might have been a secret was destroyed, as nobody decided
case-event-secret-sent = You decided that this is no secret: { $text }
notice-secret = Done. Your decision was kept.

error-secret-decided-title = Already decided
error-secret-decided = What was sealed was sent or destroyed before, so nothing was changed.

secret-and = {", "}
mail-secrets = We removed from your message what must never be sent to anybody: { $kinds }.

# Under a field, before it is sent.
guard-title = Please do not send this
guard-certain = What was typed seems to hold what nobody may know, us included. No agent will ever ask for it.
guard-may = It may be a private key. A transaction’s id looks the same: if it is one, just send it.
guard-remove = Take it out
guard-anyway = Press the send button again to send it as it is. What we recognise is still taken out before anything is stored.
guard-done = Taken out.
# Takes a secret’s place in a field. Its brackets are those that no rule takes for a value.
guard-mark = ⟦removed: { $kind }⟧

# What agents must not ask for, and what they may say instead.

asks-kind-password = a password
asks-kind-code = a code
asks-kind-seed-phrase = a recovery phrase
asks-kind-private-key = a private key
asks-kind-card-security-code = a card’s security code
asks-kind-remote-access = remote access

asks-better-password = We will never ask for your password. If you cannot sign in, please reset it yourself on the sign-in page of our official website or app.
asks-better-code = We will never ask for a code. Please enter codes only yourself, on our official website or in our app, and never pass them on.
asks-better-seed-phrase = We will never ask for a recovery phrase. Please keep it to yourself; your transaction id is enough for us to look into this.
asks-better-private-key = We will never ask for a private key or an API secret. Please keep them to yourself; your transaction or order id is enough for us.
asks-better-card-security-code = We will never ask for the security code of your card. The last four digits of its number are enough for us.
asks-better-remote-access = We will never ask for access to your device. Please describe in your own words what you see, or attach a screenshot.
