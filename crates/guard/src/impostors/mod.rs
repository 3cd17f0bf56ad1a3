//! Impostors: links, domains, addresses, handles and names that pass for the official ones.
