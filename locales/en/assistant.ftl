### What the assistant of the chat says, before a person is there.

# link is the article's title, which leads to it
# language is the name of the language, in that language
assistant-other-language = This article is only available in { $language } so far.
assistant-unsure = I did not find an answer that I am sure of, and I do not want to send you the wrong way. You can ask in other words, or let a colleague help you.
assistant-which = Could you tell me a little more: what happened, which coin, when? You can also choose the topic that comes closest.
assistant-ask-category = While you wait: which of these is it about?
assistant-ask-fact = So that my colleague finds it sooner, please tell me: { $field }.
assistant-ask-why = { $why }.
assistant-ask-example = For example: { $example }
assistant-ask-choice = You can answer: { $choices }
assistant-noted = Thank you, noted. My colleague will see it.
assistant-greeting = Hello, I am the automatic assistant. Tell me what the problem is and I will look for the answer; I can bring in a person at any time.
assistant-thanks = You are welcome. Just write if there is anything else.
assistant-robot = I am an automatic assistant and answer only from our help articles. If you would rather talk to a person, just say so.
assistant-hand-over-asked = Of course. I am bringing in a colleague, who sees everything you wrote: no need to repeat it.
assistant-hand-over-misses = I could not help with this, so I am bringing in a colleague, who sees everything you wrote.
assistant-hand-over-theft = This cannot wait, and I am bringing in a colleague with priority. Two things meanwhile: if you can still sign in, change your password and freeze the account; and open no link that a stranger gave you. We will never ask you for a code or a recovery phrase.
assistant-hand-over-deceived = Please stop all contact with them and send nothing more. I am bringing in a colleague with priority. If you can still sign in, change your password now; if somebody else knows your recovery phrase, move what is left to a new wallet. We will never ask you for a code or a recovery phrase.
assistant-hand-over-life = I am worried to read this. The money can wait; you come first. If you are in danger now, please call your local emergency number, or a helpline near you (findahelpline.com lists them). I am bringing in a colleague to talk with you.
assistant-hand-over-threat = Please do not pay, do not answer them any more, and keep the messages. If you are in danger, call your local emergency number now. I am bringing in a colleague with priority.
assistant-hand-over-law = I understand. This needs one of us, and I am bringing in a colleague. Please keep the records and the case number at hand.
