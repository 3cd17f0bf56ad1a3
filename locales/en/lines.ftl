### The agents' side of live conversations: presence, offers, the screen of chats, the strip in a conversation.

## Taking conversations

presence-on = Available
presence-off = Away
presence-on-why = Customers who wait are offered to you, up to your limit. What you have stays with you when you switch this off.
presence-off-why = No customers are offered to you. What you have stays with you.
did-available = You take conversations now
did-away = No more conversations are offered to you
sound = Sound
sound-on = Offers and new messages are heard
sound-off = Offers and new messages are silent

## Offers

offer-title = A customer is waiting
offer-announced = A customer is waiting: { $name }, { $category }, { $language }
offer-about = { $category } · { $language }
offer-take = Take
offer-pass = Pass
take-over = Take over

## The screen of chats

chats = Chats
chats-calls =
    { $count ->
        [one] { $count } waits for you
       *[other] { $count } wait for you
    }
chats-offered = Offered to you
chats-mine = Yours
chats-mine-none = You have no conversation. The next customer is offered to you here.
chats-mine-away = You have no conversation. Customers are offered to you once you take conversations.
chats-waiting = Waiting
chats-waiting-none = Nobody waits.
chats-others = With others
chats-others-none = No other conversation goes on.
chats-agents =
    { $count ->
        [one] { $count } agent takes conversations now.
       *[other] { $count } agents take conversations now.
    }
chat-unread = new

## A conversation that goes on

line = On the line now
line-there = on the line
line-away = not there now
line-waited = waited { $time }
line-place = place { $place }
line-told = told { $low }–{ $high } min
line-told-one = told about { $low } min
line-with-you = talks with you
line-with = talks with { $name }
line-state-assistant = is with the assistant
line-state-waiting = waits for a person
line-state-talking = talks with us
line-page = on the page
line-hand-over = Hand over
line-end = End conversation
line-end-why = The ticket stays: what is left to do is answered there.
did-line-end = Ended the conversation with { $name }
customer-writes = { $name } is writing…
enter-sends = Enter sends in live conversations
delivery-live = heard at once
delivery-read = read

## The assistant

assistant = Assistant
assistant-did-answer = answered from articles
assistant-did-ask = asked back
assistant-did-unsure = found no sure answer
assistant-did-hand-over = brought in a person
assistant-did-courtesy = courtesy
assistant-sources = From:
assistant-offered = Offered:

## Events

event-queued-asked = The customer asked for a person and waits
event-queued-risk = This needs a person at once: the customer waits
event-queued-unknown = The assistant did not know: the customer waits for a person
event-queued-direct = The customer waits for a person
event-queued-handed-over = Handed over: the customer waits again, at the place from before
event-queued-agent-gone = The agent is gone: the customer waits again, at the place from before
event-ended-agent = { $actor } ended the conversation
event-ended-customer = The customer ended the conversation
event-ended-closed = The conversation ended, as the ticket was closed
event-ended-left = The customer left the conversation
event-ended-idle = The conversation ended, as nobody said anything any more
event-ended-nobody = The conversation ended, as no agent was there: it goes on here
event-categorised = { $actor } changed the category: { $was } → { $category }

## The category

category-change = Category
category-title = What “{ $subject }” is about
category-find = Category
did-category = “{ $subject }”: { $category }

## Keys

keys-line = Chats
key-chats = Chats
key-category = Category…
key-offer-take = Take what is offered
key-offer-pass = Let the offer pass
key-line-take = Take the open conversation
key-line-end = End the open conversation
key-available = Take conversations, or none
key-sound = Sound on or off

## Settings

settings-chat = Chat
chat-why = The bubble on your sites: whether it is offered, whether the assistant answers first, and where it may stand.
chat-enabled = Customers can begin conversations
chat-assistant = The assistant answers before a person does
chat-sites = Sites on which it may stand, one per line
chat-sites-hint = Such as https://www.exchange.example. With none it may stand on any site: name yours, as a forged site could show it otherwise.
skills = Chats
skills-named = Chats of { $name }
skills-capacity = Conversations at once
skills-capacity-hint = 0 to 50; with 0 none are offered.
skills-languages = Languages that they speak
skills-languages-hint = None: customers of every language are offered.
skills-unknown = This desk does not tell what is set now. What you save takes its place.
