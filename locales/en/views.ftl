### Views, bulk actions, incidents, drafts

## Views

field-shared = Shared with
field-position = Position
error-view-filter-alone = “{ $field }” goes only with all open tickets, and category and language do not go together. Please save a view with these filters instead.
error-view-not-of-filters = A saved view goes by filters, not by words, quoted phrases or days. Please keep the filters; to find words, use the search.
error-too-many-views-title = Too many views
error-too-many-views = You can keep { $max } saved views. Nothing was saved; please delete one that you no longer use.

## Bulk actions

field-tickets = Tickets
field-action = Action
error-too-many-tickets = One action takes at most { $max } tickets. Nothing was done; please choose fewer.
error-bulk-busy-title = Please wait for the others
error-bulk-busy = { $max } of your actions are still running. This one was not started; please try again when one of them is done.
error-bulk-running-title = Still running
error-bulk-running = This action is still running and can be undone when it is done.
error-bulk-undone-title = Already undone
error-bulk-undone = This action was undone before. Nothing was changed.
error-bulk-lasting-title = Cannot be undone
error-bulk-lasting = This action cannot be undone, or not any more: undoing takes at most ten minutes. Nothing was changed; the tickets can be changed one by one.
error-changed-since-title = Changed since
error-changed-since = Somebody has changed this ticket since, so it was left as it is.
error-bulk-stopped-title = Stopped
error-bulk-stopped = Whoever started this may not do it any more, so it was stopped before this ticket.

## Incidents

field-incident = Incident
field-texts = Texts
error-incident-unknown = There is no such open incident. Nothing was changed; please choose one from the list.
error-incident-closed-title = The incident is closed
error-incident-closed = This incident is closed, and nothing was sent or changed. If it goes on, please declare a new one.
error-incident-unlinked-title = Not linked any more
error-incident-unlinked = This ticket was taken off the incident meanwhile, so it was not answered.
error-not-awaiting-title = Not open any more
error-not-awaiting = This ticket was closed meanwhile, so it was not answered.
error-text-language = Texts can be in { $known }. Please choose one of these languages.

## Drafts

field-revision = Revision
field-seen = Read up to
error-too-many-drafts-title = Too many drafts
error-too-many-drafts = You have { $max } unsent drafts. This one is kept in this browser only; please send or discard some.
