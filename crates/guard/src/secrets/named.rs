//! Values without a shape of their own, found through their names: passwords, one-time codes, security and recovery codes, and
//! keys that are written in groups.

use super::labels::Label;
use super::rules::Concept;
use super::scan::{Look, certain};
use super::{Finding, Kind, codes, cvv, grouped, passwords, recovery, several};

/// A code is looked for so far from its name, in bytes, when nothing binds them.
pub(crate) const LOOSE: usize = 80;

/// Looks beside every name.
pub(crate) fn find(look: &Look, found: &mut Vec<Finding>) {
    let mut codes_until = 0;
    for label in look.labels.iter().filter(|label| !label.negated) {
        match label.concept {
            Concept::Password => {
                let values = several::all(look, passwords::password(look, label));
                found.extend(values.into_iter().map(|span| certain(span, Kind::Password)));
            }
            Concept::ApiPassphrase => {
                let kind = if has_api(look, label) { Kind::ApiSecret } else { Kind::Password };
                found.extend(passwords::password(look, label).map(|span| certain(span, kind)));
            }
            Concept::Otp => match grouped::spaced_base32(look, label) {
                Some(span) => found.push(certain(span, Kind::TotpSecret)),
                None => {
                    let values = several::all(look, codes::one_time(look, label));
                    found.extend(values.into_iter().map(|span| certain(span, Kind::OtpCode)));
                }
            },
            Concept::Cvv => match cvv::security_code(look, label) {
                Some(span) => found.push(certain(span, Kind::Cvv)),
                // Some call a one-time code so.
                None => found.extend(cvv::six_digits(look, label).map(|span| certain(span, Kind::OtpCode))),
            },
            Concept::Back => found.extend(cvv::on_the_back(look, label).map(|span| certain(span, Kind::Cvv))),
            Concept::Front => found.extend(cvv::on_the_front(look, label).map(|span| certain(span, Kind::Cvv))),
            Concept::Recovery if label.start >= codes_until => {
                let codes = recovery::recovery(look, label);
                codes_until = codes.last().map_or(0, |code| code.end);
                found.extend(codes.into_iter().map(|span| certain(span, Kind::RecoveryCode)));
            }
            Concept::Totp | Concept::SecretKey => {
                found.extend(grouped::spaced_base32(look, label).map(|span| certain(span, Kind::TotpSecret)))
            }
            Concept::PrivateKey => {
                found.extend(grouped::spaced_key(look, label).map(|span| certain(span, Kind::PrivateKey)))
            }
            _ => {}
        }
    }
}

fn has_api(look: &Look, label: &Label) -> bool {
    let api =
        |concept| matches!(concept, Concept::ApiKey | Concept::ApiSecret | Concept::ApiPassphrase | Concept::SecretKey);
    look.text[label.start..label.end].to_ascii_lowercase().starts_with("api")
        || look
            .labels_before(label.start, 300)
            .chain(look.labels_behind(label.end, 300))
            .any(|other| api(other.concept) && other.start != label.start)
}
