//! What customers are called: none passes for one of us, and what cannot be seen in a name is written out.

use guard::visible::visible;

use crate::check::{Check, MAX_NAME};
use crate::error::Value;
use crate::language::Language;
use crate::official::words;
use crate::settings::Settings;
use crate::tickets::http::one_line;

/// A name that somebody gives for themselves: of no role of ours, and no name of somebody who works here.
pub fn claimed(check: &mut Check, settings: &Settings, field: &str, typed: &str) -> String {
    let staff: Vec<&str> = settings.staff.iter().map(String::as_str).collect();
    checked(check, settings, field, typed, &staff)
}

/// A name that the exchange vouches for: whoever has it may well be called like somebody who works here.
pub fn vouched(check: &mut Check, settings: &Settings, field: &str, typed: &str) -> String {
    checked(check, settings, field, typed, &[])
}

fn checked(check: &mut Check, settings: &Settings, field: &str, typed: &str, staff: &[&str]) -> String {
    // Counted as typed: letters that cannot be seen are longer once they can.
    let name = visible(&one_line(&check.text(field, typed, MAX_NAME))).into_owned();
    if let Some(reason) = settings.official.passes_for_staff(&name, staff) {
        let why = |language: Language| (language, words::why(language, &reason));
        let why = Value::Words(Language::ALL.into_iter().map(why).collect());
        check.refuse_with(field, "imitates-staff", vec![("why", why)]);
    }
    name
}
