### Live push and customers: what went wrong, what was kept, what to do next.

error-upgrade-required-title = This address is a WebSocket
error-upgrade-required = It brings news over a WebSocket and answers nothing else. Please connect with a WebSocket client, version 13.
error-too-many-sockets-title = Too many windows are open
error-too-many-sockets = You have { $max } live connections already, so no further one was opened. Nothing is lost; please close a window you no longer need.
error-too-many-notes-title = There are many notes already
error-too-many-notes = A customer can have { $max } notes, so this one was not saved. Please remove one that is out of date, then try again.
