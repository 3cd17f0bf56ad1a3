### The live chat: names, what happened, the transcript.

chat-stranger = Visitor { $number }
chat-event-joined = { $name } (agent id { $number }) has joined
chat-event-queued = You are in line for a person
chat-event-handed-over = Your conversation was handed to another agent
chat-event-agent-gone = The agent went offline; you keep your place in line
chat-event-ended = The conversation has ended
chat-event-ended-own = You ended the conversation
chat-event-ended-nobody = Nobody is here right now. Your conversation is kept as a case, and we answer here
chat-taken-undecided = Part of it may be a private key. It is sealed for you and no agent sees it; decide on the case page what becomes of it.
chat-transcript-title = { $brand } conversation · { $reference }
chat-transcript-record = Record: entry { $number }, hash { $hash }
chat-transcript-you = You
chat-transcript-assistant = Assistant

chat-offer-form = Fill in the form: { $category }
chat-offer-person = Talk to a person
chat-offer-resolved = That solved it

## The demo's page of a pretend exchange

demo-shop-title = A pretend exchange
demo-shop-lead = This is no real exchange: it shows how the chat looks on an exchange’s page.
demo-shop-balance = Balance
demo-shop-pending = A deposit is being confirmed: 0.5 BTC
demo-shop-markets = Markets
demo-shop-pair = Pair
demo-shop-price = Price
demo-shop-day = 24 h
demo-shop-engineers = For engineers
demo-shop-open = Open the chat
demo-shop-sign-in = Sign in
demo-shop-signed-in = Signed in: Lin Wei
demo-shop-languages = Languages
