### Passkeys of agents: at the door, on the account page, in mail, and what can go wrong.

field-credential = passkey

## At the door

passkey-sign-in = Sign in with a passkey

## My account

passkeys = Passkeys
passkeys-why = Sign in with your fingerprint, face or device PIN: one step, and nothing that can be phished. Password and code keep working.
passkeys-none = No passkey yet.
passkey-name = Name of the new passkey
passkey-name-hint = So that you know it again, such as the device it is kept on
passkey-add = Add a passkey
passkey-added = “{ $name }” was added. You can sign in with it from now on.
passkey-removed = “{ $name }” was removed.
passkey-times = Added { $created } · last used { $used }
passkey-unused = Added { $created } · never used
passkey-remove = Remove
passkey-remove-of = Remove “{ $name }”
passkey-remove-title = Remove the passkey “{ $name }”?
passkey-remove-consequence = It no longer signs you in, and this cannot be undone. Password and code keep working. You may also want to delete it on the device itself.
passkey-unsupported = This browser has no passkeys here. They need HTTPS and a host name (localhost will do, an IP address will not).
passkey-cancelled = Nothing was done: your device ended the request, or it took too long. Please try again.
passkey-already-here = This device has a passkey for this account already.
confirm-me = Please confirm that it is you
confirm-me-why = Passkeys open your account, so this wants a recent sign-in.
confirm-me-action = Confirm
confirm-me-passkey = Confirm with a passkey

## Mail

mail-passkey-added-subject = A passkey was added to your account
mail-passkey-added-preheader = If it was not you, tell an administrator at once.
mail-passkey-added-1 = A passkey was added to your account at the support desk of { $brand }. It signs in to your account from now on.
mail-passkey-added-2 = If it was not you, remove it under “My account”, end all sessions there, and tell an administrator at once.
mail-passkey-added-button = Open the desk
mail-passkey-removed-subject = A passkey was removed from your account
mail-passkey-removed-preheader = If it was not you, tell an administrator at once.
mail-passkey-removed-1 = A passkey was removed from your account at the support desk of { $brand }. It no longer signs in.
mail-passkey-removed-2 = If it was not you, end all sessions under “My account” and tell an administrator at once.
mail-passkey-removed-button = Open the desk

## What can go wrong

error-wrong-passkey-title = This passkey did not work
error-wrong-passkey = The passkey is not known here, or the request had expired. Please try again, or use your password and code.
error-passkey-refused-title = The passkey was not added
error-passkey-refused = The answer of your device does not fit, or the request had expired. Nothing was changed; please try again.
error-passkey-known-title = Already known
error-passkey-known = This passkey was added before, so nothing was changed. Please make a new one.
error-passkeys-full-title = No more passkeys
error-passkeys-full = You have { $max } passkeys, and more cannot be added. Nothing was changed; please remove one that you no longer use.
error-passkey-address-title = No passkeys at this address
error-passkey-address = A passkey belongs to a host name, and this desk is reached at { $address }. Please use your password and code; an administrator can set a host name as public_url.
error-confirm-first-title = Please confirm that it is you
error-confirm-first = This wants a sign-in within the last { $minutes } minutes. Nothing was changed; please confirm with your password and code, or with a passkey.
