### What went wrong, what was kept, what to do next. Problems have a title and a sentence; field errors one sentence.

## Fields: one sentence under the field, the field named

error-required = Please fill in “{ $field }”. Everything else you typed is still here.
error-too-long = “{ $field }” can hold { $max } characters and has { $actual }. Nothing was cut; please shorten it and send again.
error-invalid-email = “{ $field }” does not look like an e-mail address. Please check it against you@example.com.
error-invalid-choice = “{ $field }” cannot have this value. Please choose one of those offered.
error-nul-character = “{ $field }” contains a NUL character (U+0000), which cannot be stored. Please remove it or paste the text again.
error-unknown-field = “{ $field }” is not a field here. Nothing was saved; please remove it and try again.
error-wrong-type = “{ $field }” has the wrong type: { $expected } is expected. Nothing was saved; please correct it and try again.
error-invalid-amount = “{ $field }” is not an amount. Please write digits only, no separators, up to 8 decimals, such as 0.5.
error-invalid-id = “{ $field }” is not a valid id. Please check that all of it was copied.
error-invalid-limit = “{ $field }” must be a whole number from 1 to { $max }.
error-invalid-cursor = “{ $field }” is not a position that we gave out. Please start again from the first page.
error-invalid-password-short = “{ $field }” needs at least { $min } characters. Please choose a longer one; a few unrelated words work well.
error-agent-unknown = There is no such agent who could take this. The ticket is unchanged; please choose one from the list.
error-email-taken = Somebody with this address already works here. Nothing was sent; please check “{ $field }”.
error-wrong-code = “{ $field }” is not right at this moment. Please scan the key and type the code that the app shows now; it changes every 30 seconds.

## Problems: a title, and a sentence

error-invalid-title = Some things need another look
error-invalid =
    { $count ->
        [one] { $count } field needs
       *[other] { $count } fields need
    } a correction, so nothing was sent yet. All that you typed is still here; please correct and send again.
error-invalid-json-title = The JSON cannot be read
error-invalid-json = The body is not valid JSON. Nothing was saved; please correct it and send it again.
error-invalid-utf8-title = The text encoding is broken
error-invalid-utf8 = The body is not valid UTF-8. Nothing was saved; please send it again as UTF-8.
error-unsupported-media-type-title = Unsupported content type
error-unsupported-media-type = This address takes { $expected }. Nothing was saved; please change the Content-Type and send it again.
error-body-too-large-title = Too large
error-body-too-large = What you sent is larger than we take, and was not saved. Please shorten it and send it again; go back and your text is still in the browser.
error-unauthenticated-title = Please sign in
error-unauthenticated = You are not signed in, or your session has ended. Nothing was changed; please sign in and try again.
error-wrong-credentials-title = Sign-in did not work
error-wrong-credentials = The address, the password or the code is wrong. Please check all three; the code changes every 30 seconds.
error-throttled-title = Please wait a moment
error-throttled =
    There were too many attempts, so this one was not carried out. What you typed is kept; please try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
error-forbidden-title = Your role may not do this
error-forbidden = Your role does not include this, and nothing was changed. If you need it, please ask an administrator.
error-self-forbidden-title = Not on yourself
error-self-forbidden = For safety this takes a second administrator. Nothing was changed; please ask a colleague to do it.
error-not-found-title = Nothing here
error-not-found = There is nothing at this address, or it is not yours to see. Please check the link; your cases are all under “My cases”.
error-method-not-allowed-title = Not possible at this address
error-method-not-allowed = This address does not take such a request, and nothing was changed. The Allow header names what it takes; on a page, please go back and try again.
error-conflict-idempotency-title = Same key, another body
error-conflict-idempotency = This Idempotency-Key was already used with another body. The first result stands and this one was not saved; please use a new key.
error-asks-for-secret-title = We never ask for this
error-asks-for-secret = Your message asks the customer for { $what }, so it was not sent. What you wrote is kept; nobody here may ask for that, without exception.
error-conversation-moved-title = The conversation moved on
error-conversation-moved =
    { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    } arrived while you wrote. Your text is kept and was not sent; please read first.
error-already-closed-title = Already closed
error-already-closed = This case was closed before, so nothing was changed. If help is still needed, it can be reopened.
error-not-closed-title = Not closed
error-not-closed = This case is still open, so nothing was changed. You can simply go on writing in it.
error-link-expired-title = The link has expired
error-link-expired = For safety links work for a limited time only. Your cases are all there; please ask for a new link under “My cases”.
error-link-used-title = The link was already used
error-link-used = Each link opens once. Your cases are all there; please ask for a new link under “My cases”. If it was not you who opened it, tell us in the case.
error-link-invalid-title = The link is not complete
error-link-invalid = We do not know this link; part of it may be missing. Nothing was changed; please copy all of it from the mail, or ask for a new one.
error-staff-link-title = This link no longer opens
error-staff-link = It was used, has expired, or is incomplete. Nothing was changed; please check that all of it was copied, or ask an administrator for a new one.
error-token-expired-title = The sign-in token has expired
error-token-expired = The exchange's sign-in token has expired, so you were not signed in. Please go back to the exchange and open support again.
error-token-forged-title = The sign-in token is not genuine
error-token-forged = The token does not bear the exchange's signature, so you were not signed in. Please come only from the exchange's own site or app.
error-token-audience-title = The token is meant for another place
error-token-audience = The token names another audience, so you were not signed in. Please open support from the exchange again.
error-token-replayed-title = The token was already used
error-token-replayed = Each token signs in once, so this time you were not signed in. Please open support from the exchange again.
error-token-too-long-lived-title = The token lives too long
error-token-too-long-lived = A token may live for five minutes at most, so you were not signed in. Please open support from the exchange again, and tell us if this goes on.
error-origin-refused-title = The request came from another site
error-origin-refused = This request was not sent from one of our pages, so it was not carried out. Please open the page here and try again.
error-unavailable-title = Cannot save right now
error-unavailable = The store cannot be written right now, so this was neither saved nor sent. What you typed is kept; please try again in a minute.
error-timeout-title = It took too long
error-timeout = The request did not finish in time, and may or may not have been saved. Please try again: the same content is never saved twice.
error-internal-title = Something went wrong on our side
error-internal = This is our fault and has been recorded. What you typed is not lost; please try again, and if it goes on, tell us the request id.
error-malformed-title = The request cannot be understood
error-malformed = The request is not well formed, and nothing was saved. Please check its address, parameters and headers, and try again.
error-request-id = Request id: { $id }

error-chat-not-begun-title = No conversation yet
error-chat-not-begun = Send a message first.
error-chat-identified-late-title = The conversation has begun already
error-chat-identified-late = This conversation was begun as a visitor and cannot join your account. End it and begin a new one; what was said is kept.
error-chat-known-title = We know your address already
error-chat-known = Answers go to the address of your account; there is nothing to enter.
error-chat-no-address-title = No address to send it to
error-chat-no-address = We know no address of yours that is proved. You can download the conversation instead.
error-line-ended-title = The conversation has ended
error-line-ended = The customer is no longer on the line. You can answer the ticket as usual.
error-line-taken-title = A colleague has it
error-line-taken = Another agent is talking with this customer. Only a lead can take over.
error-invalid-origin-title = This is no site
error-invalid-origin = { $field }: enter the origin of a site, such as https://www.example.com, without a path.
