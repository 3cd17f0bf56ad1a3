### What passes for ours, and why; where messages are shown and “Is this really you?” answers.

imitation-title = Careful: this is not us
error-imitates-staff = “{ $field }” would look like one of us. { $why } If it really is your name, please add another of your names or an initial.
official-why-homoglyph = It is written with letters that only look like those of { $official }.
official-why-punycode = Behind “xn--” stand foreign letters that look like those of { $official }.
official-why-typo = It differs from { $official } by a typing error.
official-why-added-words = It adds “{ $what }” to the name of { $official }.
official-why-other-ending = It has the name of { $official } with another ending: “{ $what }”.
official-why-subdomain = The front looks like { $official }, but it leads to { $what }.
official-why-path = { $official } only stands in its path; it leads to { $what }.
official-why-user-info = What stands before the @ looks like { $official }; it leads to { $what }.
official-why-free-hosting = Anybody can have a site at { $what }; this one uses the name of { $official }.
official-why-bare-address = It is a bare number instead of a domain, and says to be { $official }.
official-why-shortener = It is a short link that hides where it leads, next to words in the name of { $official }.
official-why-free-mail = Anybody can have an address at { $what }; this one uses the name of { $official } and is not ours.
official-why-display-name = The sender’s name says { $official }, the address is another’s.
official-why-name = It uses the name of { $official } and is no account of ours.
official-why-claim = It speaks for { $official } and wants you to write somewhere that is not ours.
official-why-words = It is made of words for signing in and trust, next to the name of { $official }, and is not ours.
official-why-role = It claims a role of ours: “{ $what }”.
official-why-staff = It uses the name of somebody who works here: { $what }.
official-why-other = It imitates { $official }.
