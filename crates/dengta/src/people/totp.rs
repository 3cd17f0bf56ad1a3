//! The second factor: time-based codes (RFC 6238) as authenticator apps make them, six digits of SHA-1 in
//! steps of 30 seconds, one step of tolerance either way.

use qrcodegen::{QrCode, QrCodeEcc};
use totp_rs::{Builder, Secret, Totp};

use crate::clock::{Micros, SECOND};
use crate::keys::Keys;

/// 160 bits, as RFC 4226 recommends.
pub type Shared = [u8; 20];

/// What the secret is sealed for.
const SEALED_FOR: &str = "totp";

/// The secret that an invitation enrols: derived from its link, so that nothing is stored before it is accepted.
#[must_use]
pub fn enrolment(keys: &Keys, link_hash: &[u8; 32]) -> Shared {
    let mut secret = Shared::default();
    secret.copy_from_slice(&keys.derive("totp enrolment", link_hash)[..20]);
    secret
}

/// As stored.
#[must_use]
pub fn seal(keys: &Keys, secret: &Shared, draws: &mut crate::clock::Draws) -> Vec<u8> {
    keys.seal(SEALED_FOR, secret, draws)
}

/// What [`seal`] made.
#[must_use]
pub fn unseal(keys: &Keys, sealed: &[u8]) -> Option<Shared> {
    keys.open_sealed(SEALED_FOR, sealed)?.try_into().ok()
}

/// The time step of a code that is right at `at`.
#[must_use]
pub fn step(secret: &Shared, code: &str, at: Micros) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp(secret).check(&digits, u64::try_from(at / SECOND).ok()?)?;
    i64::try_from(step).ok()
}

/// The code of a moment, for the demo and for tests.
#[must_use]
pub fn code(secret: &Shared, at: Micros) -> String {
    totp(secret).generate(u64::try_from(at / SECOND).unwrap_or(0)).to_string()
}

/// For typing it into an authenticator app.
#[must_use]
pub fn base32(secret: &Shared) -> String {
    Secret::from(secret.to_vec()).to_base32()
}

/// For scanning it: the address that authenticator apps read.
#[must_use]
pub fn otpauth_url(secret: &Shared, issuer: &str, account: &str) -> String {
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
    let (issuer, account, secret) = (encoded(issuer), encoded(account), base32(secret));
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30")
}

/// A QR code as SVG; `None` when the text is too long for one.
#[must_use]
pub fn qr_svg(text: &str) -> Option<String> {
    const QUIET: i32 = 4;
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let side = code.size() + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

fn totp(secret: &Shared) -> Totp {
    Builder::new().with_secret(secret.to_vec()).with_skew(1).build_noncompliant()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const RFC: &Shared = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_rfc() {
        // Its table has eight digits; six are their end.
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
            assert_eq!(step(RFC, code, second * SECOND), Some(second / 30));
        }
    }

    #[test]
    fn a_code_is_right_one_step_early_or_late() {
        let at = 1_111_111_109 * SECOND;
        let step_at = |steps: i64| step(RFC, "081 804", at + steps * 30 * SECOND);
        assert_eq!([-2, -1, 0, 1, 2].map(|steps| step_at(steps).is_some()), [false, true, true, true, false]);
        assert_eq!(step(RFC, "+81804", at), None);
    }

    #[test]
    fn the_address_is_escaped_and_fits_a_code() {
        let url = otpauth_url(RFC, "灯塔 Desk", "a+b@example.com");
        assert!(url.starts_with("otpauth://totp/%E7%81%AF%E5%A1%94%20Desk:a%2Bb%40example.com?secret="), "{url}");
        assert!(qr_svg(&url).unwrap().starts_with("<svg"));
    }
}
