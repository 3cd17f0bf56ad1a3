//! A link taken apart, as browsers do it (WHATWG URL): a wrong one too.

/// Parts of a link. The query and the fragment are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link<'a> {
    /// Between `//` and `@`.
    pub user: &'a str,
    pub host: &'a str,
    pub path: &'a str,
    pub query: &'a str,
}

/// Takes a link apart; the scheme may be missing.
pub(crate) fn parse(text: &str) -> Link<'_> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest).trim_start_matches(['/', '\\']);
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    // The last @ counts: browsers take everything before it as the user.
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let bracket = host.find(']').map_or(0, |at| at);
    let host = host[bracket..].find(':').map_or(host, |at| &host[..bracket + at]);
    let path_end = tail.find(['?', '#']).unwrap_or(tail.len());
    let (path, query) = tail.split_at(path_end);
    Link { user, host, path, query }
}

impl<'a> Link<'a> {
    /// The parts of the path that are not empty.
    pub(crate) fn segments(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.path.split(['/', '\\']).filter(|segment| !segment.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let link = |text| {
            let Link { user, host, path, query } = parse(text);
            [user, host, path, query]
        };
        assert_eq!(link("https://okx.com@evil.cc:8443/a/b?c#d"), ["okx.com", "evil.cc", "/a/b", "?c#d"]);
        assert_eq!(link("okx.com"), ["", "okx.com", "", ""]);
        assert_eq!(link("http://a@b@c"), ["a@b", "c", "", ""]);
        assert_eq!(link("http:///x.com\\@y"), ["", "x.com", "\\@y", ""]);
        assert_eq!(link("http://[::1]:80/"), ["", "[::1]", "/", ""]);
    }
}
