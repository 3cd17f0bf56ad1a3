//! When people are there: weekly hours in a time zone, with holidays. Several calendars add up, one per place or shift.
//!
//! Times are those of the place's clock. Where a clock skips an hour, what falls into it begins or ends when it goes on;
//! where it repeats one, the first is meant.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::check::{Check, MAX_TITLE};
use crate::clock::{DAY, Micros};
use crate::error::Result;
use crate::settings::Context;

/// Calendars of a desk.
const MAX_CALENDARS: usize = 20;
/// Holidays of a calendar.
const MAX_HOLIDAYS: usize = 500;
/// Stretches of one day.
const MAX_SPANS: usize = 8;
/// Days that are looked at together.
const WINDOW: i64 = 28;
/// Who is not there within this many days is not there.
const HORIZON: i64 = 420;

/// When people are there. Without calendars: around the clock.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// At most 20; they add up.
    #[schema(max_items = 20)]
    pub calendars: Vec<Calendar>,
}

/// The hours of one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// What agents call it, at most 100 characters.
    #[schema(max_length = 100, example = "Shanghai")]
    pub name: String,
    /// IANA name.
    #[schema(example = "Asia/Shanghai")]
    pub time_zone: String,
    /// The hours of an ordinary week.
    pub week: Week,
    /// Days that differ, at most 500.
    #[serde(default)]
    #[schema(required = false, max_items = 500)]
    pub holidays: Vec<Holiday>,
}

/// The hours of each day; none: closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Week {
    /// Monday.
    #[schema(required = false)]
    pub mon: Vec<Stretch>,
    /// Tuesday.
    #[schema(required = false)]
    pub tue: Vec<Stretch>,
    /// Wednesday.
    #[schema(required = false)]
    pub wed: Vec<Stretch>,
    /// Thursday.
    #[schema(required = false)]
    pub thu: Vec<Stretch>,
    /// Friday.
    #[schema(required = false)]
    pub fri: Vec<Stretch>,
    /// Saturday.
    #[schema(required = false)]
    pub sat: Vec<Stretch>,
    /// Sunday.
    #[schema(required = false)]
    pub sun: Vec<Stretch>,
}

impl Week {
    fn days(&self) -> [(&'static str, &[Stretch]); 7] {
        [
            ("mon", &self.mon),
            ("tue", &self.tue),
            ("wed", &self.wed),
            ("thu", &self.thu),
            ("fri", &self.fri),
            ("sat", &self.sat),
            ("sun", &self.sun),
        ]
    }
}

/// From one time of the day until another. An end that is not later is on the next day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// `HH:MM`.
    #[schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", example = "09:00")]
    pub from: String,
    /// `HH:MM`; `24:00` is midnight.
    #[schema(pattern = "^[0-2][0-9]:[0-5][0-9]$", example = "18:00")]
    pub to: String,
}

/// A day that differs from its weekday.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// `YYYY-MM-DD`.
    #[schema(format = Date, example = "2026-10-01")]
    pub date: String,
    /// What it is, at most 100 characters.
    #[serde(default)]
    #[schema(required = false, max_length = 100)]
    pub name: String,
    /// The hours of that day; none: closed.
    #[serde(default)]
    #[schema(required = false)]
    pub hours: Vec<Stretch>,
}

impl super::Document for Hours {
    const NAME: &'static str = "hours";

    fn checked(self, _: &mut Context<'_, '_>) -> Result<Hours> {
        let mut check = Check::default();
        if self.calendars.len() > MAX_CALENDARS {
            too_many(&mut check, "calendars", MAX_CALENDARS, self.calendars.len());
        }
        for (index, calendar) in self.calendars.iter().enumerate() {
            calendar.check(&mut check, &format!("calendars.{index}"));
        }
        check.done().map(|()| self)
    }
}

fn too_many(check: &mut Check, field: &str, max: usize, actual: usize) {
    check.refuse_with(field, "too-many", vec![("max", max.into()), ("actual", actual.into())]);
}

impl Calendar {
    fn check(&self, check: &mut Check, path: &str) {
        check.text(&format!("{path}.name"), &self.name, MAX_TITLE);
        if TimeZone::get(&self.time_zone).is_err() {
            check.refuse(&format!("{path}.time_zone"), "invalid-time-zone");
        }
        for (day, stretches) in self.week.days() {
            check_stretches(check, &format!("{path}.week.{day}"), stretches);
        }
        if self.holidays.len() > MAX_HOLIDAYS {
            too_many(check, &format!("{path}.holidays"), MAX_HOLIDAYS, self.holidays.len());
        }
        for (index, holiday) in self.holidays.iter().enumerate() {
            let path = format!("{path}.holidays.{index}");
            check.optional(&format!("{path}.name"), &holiday.name, MAX_TITLE);
            if date(&holiday.date).is_none() {
                check.refuse(&format!("{path}.date"), "invalid-date");
            } else if self.holidays[..index].iter().any(|before| before.date == holiday.date) {
                check.refuse(&format!("{path}.date"), "name-taken");
            }
            check_stretches(check, &format!("{path}.hours"), &holiday.hours);
        }
    }
}

fn check_stretches(check: &mut Check, path: &str, stretches: &[Stretch]) {
    if stretches.len() > MAX_SPANS {
        too_many(check, path, MAX_SPANS, stretches.len());
    }
    for (index, stretch) in stretches.iter().enumerate() {
        if time(&stretch.from).is_none() {
            check.refuse(&format!("{path}.{index}.from"), "invalid-clock");
        }
        if stretch.to != MIDNIGHT && time(&stretch.to).is_none() {
            check.refuse(&format!("{path}.{index}.to"), "invalid-clock");
        }
    }
}

const MIDNIGHT: &str = "24:00";

/// A time of the day, written as people of every language write it.
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(hour) && digits(minute)).then(|| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok())?
}

fn date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok())?
}

/// The same, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Open {
    places: Vec<Place>,
}

#[derive(Clone, Debug)]
struct Place {
    zone: TimeZone,
    /// From Monday on.
    week: [Vec<(Time, Option<Time>)>; 7],
    holidays: BTreeMap<Date, Vec<(Time, Option<Time>)>>,
}

/// A stretch of time, in microseconds.
type Span = (Micros, Micros);

impl Open {
    /// From settings that were checked; what is wrong all the same is closed.
    #[must_use]
    pub fn new(hours: &Hours) -> Open {
        let read = |stretches: &[Stretch]| -> Vec<(Time, Option<Time>)> {
            stretches.iter().filter_map(|stretch| Some((time(&stretch.from)?, time(&stretch.to)))).collect()
        };
        let place = |calendar: &Calendar| {
            let holidays = calendar.holidays.iter();
            Some(Place {
                zone: TimeZone::get(&calendar.time_zone).ok()?,
                week: calendar.week.days().map(|(_, stretches)| read(stretches)),
                holidays: holidays.filter_map(|day| Some((date(&day.date)?, read(&day.hours)))).collect(),
            })
        };
        Open { places: hours.calendars.iter().filter_map(place).collect() }
    }

    /// Whether there is a calendar at all.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.places.is_empty()
    }

    /// The zone of the first calendar, for whom none is known.
    #[must_use]
    pub fn zone(&self) -> Option<&TimeZone> {
        self.places.first().map(|place| &place.zone)
    }

    /// Whether somebody is there at `at`.
    #[must_use]
    pub fn is_open(&self, at: Micros) -> bool {
        self.is_always() || self.spans(at, 1).iter().any(|(from, to)| (*from..*to).contains(&at))
    }

    /// When that changes next; `None` when it does not in the foreseeable future.
    #[must_use]
    pub fn changes(&self, at: Micros) -> Option<Micros> {
        let spans = self.spans(at, HORIZON);
        let next = match spans.iter().find(|(from, to)| (*from..*to).contains(&at)) {
            Some((_, to)) => Some(*to),
            None => spans.iter().map(|(from, _)| *from).find(|from| *from > at),
        };
        next.filter(|next| next - at < (HORIZON - 2) * DAY)
    }

    /// The end of `length` of working time that begins at `at`.
    #[must_use]
    pub fn after(&self, at: Micros, length: Micros) -> Micros {
        let mut left = length;
        let mut begun = at;
        while !self.is_always() && begun < at + HORIZON * DAY {
            let end = begun + WINDOW * DAY;
            for (from, to) in self.spans(begun, WINDOW) {
                let (from, to) = (from.max(begun), to.min(end));
                if to - from >= left && to > from {
                    return from + left;
                }
                left -= (to - from).max(0);
            }
            begun = end;
        }
        at + length
    }

    /// The end of the `days`-th working day after the one of `at`.
    #[must_use]
    pub fn after_days(&self, at: Micros, days: u32) -> Micros {
        let fallback = at + i64::from(days) * DAY;
        let Some(zone) = self.zone().cloned() else { return fallback };
        let day = |at: Micros| Timestamp::from_microsecond(at).map(|at| at.to_zoned(zone.clone()).date()).ok();
        let today = day(at);
        let mut ends: BTreeMap<Date, Micros> = BTreeMap::new();
        for (from, to) in self.spans(at, HORIZON) {
            if let Some(day) = day(from).filter(|day| Some(*day) > today) {
                ends.insert(day, to);
            }
            if ends.len() > days as usize {
                break;
            }
        }
        ends.into_values().nth(days.saturating_sub(1) as usize).unwrap_or(fallback)
    }

    /// When somebody is there, from the day before `at` for some days: in order, and none touching another.
    fn spans(&self, at: Micros, days: i64) -> Vec<Span> {
        let mut spans: Vec<Span> = self.places.iter().flat_map(|place| place.spans(at, days)).collect();
        spans.sort_unstable();
        let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        merged
    }
}

impl Place {
    fn spans(&self, at: Micros, days: i64) -> Vec<Span> {
        let Ok(at) = Timestamp::from_microsecond(at) else { return Vec::new() };
        let today = at.to_zoned(self.zone.clone()).date();
        let day = |ahead: i64| today.checked_add(ahead.days()).ok();
        (-1..=days).filter_map(day).flat_map(|day| self.day(day)).collect()
    }

    fn day(&self, day: Date) -> Vec<Span> {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        let stretches = self.holidays.get(&day).unwrap_or(&self.week[weekday]);
        let span = |(from, to): &(Time, Option<Time>)| {
            let to = match to {
                Some(to) if to > from => day.to_datetime(*to),
                to => day.tomorrow().ok()?.to_datetime(to.unwrap_or(Time::midnight())),
            };
            let (from, to) = (self.at(day.to_datetime(*from))?, self.at(to)?);
            (from < to).then_some((from, to))
        };
        stretches.iter().filter_map(span).collect()
    }

    fn at(&self, local: DateTime) -> Option<Micros> {
        local.to_zoned(self.zone.clone()).ok().map(|at| at.timestamp().as_microsecond())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{HOUR, MINUTE};

    fn stretch(from: &str, to: &str) -> Vec<Stretch> {
        vec![Stretch { from: from.into(), to: to.into() }]
    }

    fn office(zone: &str, from: &str, to: &str) -> Calendar {
        let day = || stretch(from, to);
        let week = Week { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), ..Week::default() };
        Calendar { name: zone.into(), time_zone: zone.into(), week, holidays: Vec::new() }
    }

    fn open(calendars: Vec<Calendar>) -> Open {
        Open::new(&Hours { calendars })
    }

    fn at(text: &str) -> Micros {
        text.parse::<Timestamp>().unwrap().as_microsecond()
    }

    #[test]
    fn hours_are_those_of_the_place() {
        let shanghai = open(vec![office("Asia/Shanghai", "09:00", "18:00")]);
        // Friday.
        assert!(shanghai.is_open(at("2026-11-20T01:00:00Z")) && !shanghai.is_open(at("2026-11-20T10:00:00Z")));
        assert_eq!(shanghai.changes(at("2026-11-20T05:00:00Z")), Some(at("2026-11-20T10:00:00Z")));
        assert_eq!(shanghai.changes(at("2026-11-20T10:00:00Z")), Some(at("2026-11-23T01:00:00Z")));
        let night = open(vec![office("Asia/Seoul", "22:00", "06:00")]);
        assert!(night.is_open(at("2026-11-20T20:59:00Z")), "Friday's night ends on Saturday");
        assert!(!night.is_open(at("2026-11-20T21:00:00Z")));
        assert!(open(Vec::new()).is_open(0) && open(Vec::new()).changes(0).is_none());
    }

    #[test]
    fn calendars_add_up() {
        let both = open(vec![office("Asia/Shanghai", "09:00", "18:00"), office("Europe/Berlin", "09:00", "18:00")]);
        // 01:00–10:00 and 08:00–17:00 UTC.
        assert_eq!(both.changes(at("2026-11-18T02:00:00Z")), Some(at("2026-11-18T17:00:00Z")));
        let day = || stretch("00:00", "24:00");
        let week = Week { mon: day(), tue: day(), wed: day(), thu: day(), fri: day(), sat: day(), sun: day() };
        let always = Calendar { week, ..office("UTC", "00:00", "24:00") };
        assert_eq!(open(vec![always]).changes(at("2026-11-18T02:00:00Z")), None);
        let never = Calendar { week: Week::default(), ..office("UTC", "00:00", "24:00") };
        assert_eq!(open(vec![never.clone()]).changes(0), None);
        assert_eq!(open(vec![never]).after(0, HOUR), HOUR, "who is never there promises by the clock");
    }

    #[test]
    fn working_time_leaves_out_nights_weekends_and_holidays() {
        let mut calendar = office("Asia/Shanghai", "09:00", "18:00");
        calendar.holidays = vec![
            Holiday { date: "2026-11-23".into(), name: "x".into(), hours: Vec::new() },
            Holiday { date: "2026-11-21".into(), name: "make-up".into(), hours: stretch("10:00", "12:00") },
        ];
        let hours = open(vec![calendar]);
        let friday = at("2026-11-20T08:00:00Z"); // 16:00 there
        assert_eq!(hours.after(friday, HOUR), at("2026-11-20T09:00:00Z"));
        assert_eq!(hours.after(friday, 2 * HOUR), at("2026-11-20T10:00:00Z"));
        assert_eq!(hours.after(friday, 3 * HOUR), at("2026-11-21T03:00:00Z"), "an hour of the Saturday that is worked");
        assert_eq!(hours.after(friday, 5 * HOUR), at("2026-11-24T02:00:00Z"), "Monday is free");
        assert_eq!(hours.after(at("2026-11-20T20:00:00Z"), 30 * MINUTE), at("2026-11-21T02:30:00Z"));
        assert_eq!(hours.after_days(friday, 1), at("2026-11-21T04:00:00Z"));
        assert_eq!(hours.after_days(friday, 2), at("2026-11-24T10:00:00Z"));
        assert_eq!(hours.after(friday, 200 * HOUR), at("2026-12-23T08:00:00Z"), "beyond one window");
    }

    #[test]
    fn clocks_that_change() {
        let berlin = open(vec![office("Europe/Berlin", "09:00", "17:00")]);
        // Friday 27 March 2026, CET; on Sunday the clock goes to CEST; 16:00 is 15:00 UTC, and 09:00 on Monday 07:00 UTC.
        assert_eq!(berlin.after(at("2026-03-27T15:00:00Z"), 2 * HOUR), at("2026-03-30T08:00:00Z"));
        // Back on 25 October: 09:00 on Monday is 08:00 UTC.
        assert_eq!(berlin.after(at("2026-10-23T14:00:00Z"), 2 * HOUR), at("2026-10-26T09:00:00Z"));
        let day = || stretch("02:30", "03:30");
        let sunday = Week { sun: day(), ..Week::default() };
        let skipped = open(vec![Calendar { week: sunday.clone(), ..office("Europe/Berlin", "09:00", "17:00") }]);
        // 02:30 does not exist on 29 March: it begins at 03:30 by the new clock, which is its end.
        assert!(!skipped.is_open(at("2026-03-29T01:15:00Z")));
        assert_eq!(skipped.changes(at("2026-03-28T12:00:00Z")), Some(at("2026-04-05T00:30:00Z")));
        // On 25 October 02:30 is twice; the first is meant, and the stretch is two hours long.
        assert!(skipped.is_open(at("2026-10-25T00:30:00Z")) && skipped.is_open(at("2026-10-25T02:29:00Z")));
        let all_day = Week { sun: stretch("00:00", "24:00"), ..Week::default() };
        let sundays = open(vec![Calendar { week: all_day, ..office("Europe/Berlin", "09:00", "17:00") }]);
        assert_eq!(
            sundays.after(at("2026-03-28T23:00:00Z"), 23 * HOUR),
            at("2026-03-29T22:00:00Z"),
            "a day of 23 hours"
        );
        assert_eq!(sundays.after(at("2026-10-24T22:00:00Z"), 25 * HOUR), at("2026-10-25T23:00:00Z"), "and one of 25");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for bad in ["", "9:00", "25:00", "09:60", "+9:00", "09:00:00", "０9:00", "24:00"] {
            assert_eq!(time(bad), None, "{bad}");
        }
        for bad in ["", "2026-02-30", "2026-1-1", "20261001", "2026-10-01T00:00:00Z"] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }
}
