//! Dates, moments, spans and weekdays as they are written, and what is refused.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::Timestamp;
use jiff::civil;
use proptest::prelude::*;
use triage::hours::{Date, Offsets, Span, SpanProblem, Zones, overlaps, parse_days, parse_moment};

#[test]
fn every_day_of_eight_centuries_is_the_one_that_jiff_counts() {
    let mut expected = civil::date(1600, 1, 1);
    let mut date = Date::parse("1600-01-01").unwrap();
    while expected.year() < 2400 {
        assert_eq!(date.to_string(), expected.to_string());
        assert_eq!(Date::parse(&expected.to_string()), Some(date));
        assert_eq!(
            (date.year(), date.month(), date.day()),
            (
                i32::from(expected.year()),
                expected.month() as u8,
                expected.day() as u8
            )
        );
        assert_eq!(
            date.weekday(),
            expected.weekday().to_monday_zero_offset() as usize
        );
        expected = expected.tomorrow().unwrap();
        date = date.plus_days(1);
    }
}

#[test]
fn the_first_and_the_last_day_that_can_be_written_are_read() {
    assert_eq!(Date::parse("0000-01-01").unwrap().days(), -719_528);
    assert_eq!(Date::parse("9999-12-31").unwrap().days(), 2_932_896);
    assert_eq!(Date::from_days(i32::MAX).plus_days(1).days(), i32::MAX);
    assert!(Date::from_days(i32::MIN).year() < -5_000_000);
}

#[test]
fn dates_that_no_calendar_has_are_refused() {
    for text in [
        "",
        "2026",
        "2026-11",
        "2026-11-2",
        "2026-1-22",
        "26-11-22",
        "2026-11-31",
        "2026-02-29",
        "1900-02-29",
        "2026-00-10",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "2026/11/22",
        " 2026-11-22",
        "2026-11-22 ",
        "+026-11-22",
        "2026-11-2२",
        "２026-11-22",
        "2026-11-22T",
        "-2026-11-2",
    ] {
        assert_eq!(Date::parse(text), None, "{text}");
    }
}

#[test]
fn moments_that_rfc_3339_does_not_know_are_refused() {
    for text in [
        "",
        "2026-11-22",
        "2026-11-22T09:30Z",
        "2026-11-22T09:30:00",
        "2026-11-22 09:30:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T09:60:00Z",
        "2026-11-22T09:30:61Z",
        "2026-11-22T09:30:00.Z",
        "2026-11-22T09:30:00,5Z",
        "2026-11-22T09:30:00+0900",
        "2026-11-22T09:30:00+09",
        "2026-11-22T09:30:00+24:00",
        "2026-11-22T09:30:00+09:60",
        "2026-11-22T09:30:00Z ",
        "2026-11-22T9:30:00Z",
        "2026-02-30T09:30:00Z",
        "2026-11-22T09:30:00−09:00",
        "2026-11-22T09:30:00Zulu",
        "2026-11-2२T09:30:00Z",
    ] {
        assert_eq!(parse_moment(text), None, "{text}");
    }
}

#[test]
fn moments_may_be_written_in_several_ways() {
    let moment = parse_moment("2026-11-22T00:30:59Z");
    assert!(moment.is_some());
    for text in [
        "2026-11-22t00:30:59z",
        "2026-11-22T00:30:60Z",
        "2026-11-22T00:30:59.999999999999Z",
        "2026-11-22T09:30:59+09:00",
        "2026-11-21T19:00:59-05:30",
        "2026-11-22T00:30:59-00:00",
    ] {
        assert_eq!(parse_moment(text), moment, "{text}");
    }
}

#[test]
fn spans_are_read_as_people_mean_them() {
    for (text, open, close) in [
        ("09:00-17:30", 540, 1_050),
        ("00:00-24:00", 0, 1_440),
        ("00:00-00:00", 0, 1_440),
        ("22:00-06:00", 1_320, 1_800),
        ("22:00-24:00", 1_320, 1_440),
        ("22:00-00:00", 1_320, 1_440),
        ("12:00-12:00", 720, 2_160),
        ("23:59-23:59", 1_439, 2_879),
    ] {
        let span = Span::parse(text).unwrap();
        assert_eq!((span.open(), span.close()), (open, close), "{text}");
    }
}

#[test]
fn each_fault_of_a_span_has_a_name_and_a_cure() {
    for (text, problem) in [
        ("", SpanProblem::Shape),
        ("9:00-17:00", SpanProblem::Shape),
        ("09:00–17:00", SpanProblem::Shape),
        ("09:00 - 17:00", SpanProblem::Shape),
        ("0९:00-17:00", SpanProblem::Shape),
        ("09.00-17.00", SpanProblem::Shape),
        ("ab:cd-ef:gh", SpanProblem::Shape),
        ("24:00-06:00", SpanProblem::Opening),
        ("25:00-26:00", SpanProblem::Opening),
        ("09:60-17:00", SpanProblem::Opening),
        ("09:00-24:01", SpanProblem::Closing),
        ("09:00-17:60", SpanProblem::Closing),
        ("09:00-23:99", SpanProblem::Closing),
    ] {
        assert_eq!(Span::parse(text), Err(problem), "{text}");
        let named = match problem {
            SpanProblem::Shape => "HH:MM-HH:MM",
            SpanProblem::Opening => "23:59",
            SpanProblem::Closing => "24:00",
        };
        assert!(problem.cure().contains(named), "{}", problem.cure());
    }
}

#[test]
fn spans_can_be_made_from_minutes_within_two_days() {
    assert_eq!(Span::new(0, 1), Span::parse("00:00-00:01").ok());
    assert_eq!(Span::new(1_439, 2_880).map(Span::close), Some(2_880));
    for (open, close) in [(0, 0), (10, 9), (1_440, 1_441), (0, 2_881)] {
        assert_eq!(Span::new(open, close), None, "{open} {close}");
    }
}

#[test]
fn only_spans_of_one_day_that_share_a_minute_overlap() {
    for (texts, found) in [
        (&["09:00-12:00", "12:00-18:00"][..], None),
        (&["12:00-18:00", "09:00-12:00"], None),
        (&["12:00-18:00", "09:00-12:01"], Some((0, 1))),
        (&["22:00-06:00", "00:00-02:00"], None),
        (&["22:00-06:00", "23:00-23:30"], Some((0, 1))),
        (&["09:00-10:00", "11:00-12:00", "11:30-11:45"], Some((1, 2))),
        (&["09:00-10:00", "09:00-10:00"], Some((0, 1))),
        (&[], None),
    ] {
        let spans: Vec<Span> = texts
            .iter()
            .map(|text| Span::parse(text).unwrap())
            .collect();
        assert_eq!(overlaps(&spans), found, "{texts:?}");
    }
}

#[test]
fn weekdays_are_named_one_by_one_or_as_a_range() {
    for (text, days) in [
        ("mon", &[0][..]),
        ("sun", &[6]),
        ("mon-fri", &[0, 1, 2, 3, 4]),
        ("sat-sun", &[5, 6]),
        ("fri-mon", &[4, 5, 6, 0]),
        ("sun-mon", &[6, 0]),
        ("tue-mon", &[1, 2, 3, 4, 5, 6, 0]),
    ] {
        assert_eq!(
            parse_days(text).unwrap().collect::<Vec<usize>>(),
            days,
            "{text}"
        );
    }
    for text in [
        "",
        "-",
        "mon-",
        "-fri",
        "Mon",
        "monday",
        "mon-mon",
        "mon–fri",
        "mon - fri",
        "mon-wed-fri",
        "mon,tue",
        "月",
    ] {
        assert!(parse_days(text).is_none(), "{text}");
    }
}

#[test]
fn tables_of_offsets_must_make_sense() {
    for table in [
        vec![],
        vec![(0, 86_400)],
        vec![(0, -86_400)],
        vec![(5, 0), (5, 3600)],
        vec![(5, 0), (4, 3600)],
    ] {
        assert_eq!(Offsets::new(table.clone()), None, "{table:?}");
    }
}

#[test]
fn a_zone_has_the_offsets_that_it_was_given_last_and_no_other_zone_has_them() {
    let fixed = |offset: i32| Offsets::new(vec![(0, offset)]).unwrap();
    let mut zones = Zones::default();
    zones.insert("Asia/Tokyo", fixed(9 * 3600));
    zones.insert("Asia/Kolkata", fixed(0));
    zones.insert("Asia/Kolkata", fixed(19_800));
    assert_eq!(zones.get("Asia/Tokyo"), Some(&fixed(9 * 3600)));
    assert_eq!(zones.get("Asia/Kolkata"), Some(&fixed(19_800)));
    assert_eq!(zones.get("Asia"), None);
}

proptest! {
    #[test]
    fn moments_are_the_instants_that_jiff_reads(second in -62_000_000_000..253_000_000_000_i64, hours in -23..24_i32, minutes in 0..60_i32, nanos in 0..1_000_000_000_i32) {
        let offset = hours * 3600 + hours.signum() * minutes * 60;
        let local = Timestamp::from_second(second + i64::from(offset)).unwrap();
        let sign = if hours < 0 { '-' } else { '+' };
        let minutes = if hours == 0 { 0 } else { minutes };
        let date_time = local.to_string();
        let text = format!("{}.{nanos:09}{sign}{:02}:{minutes:02}", date_time.trim_end_matches('Z'), hours.abs());
        prop_assert_eq!(parse_moment(&text), Some(second), "{}", text);
    }

    #[test]
    fn what_jiff_refuses_as_a_moment_is_refused(text in "2[0-9]{3}-[01][0-9]-[0-3][0-9][Tt][0-2][0-9]:[0-6][0-9]:[0-5][0-9](\\.[0-9]{0,2})?([Zz]|[+-][01][0-9]:[0-6][0-9])") {
        let expected: Option<Timestamp> = text.parse().ok();
        prop_assert_eq!(parse_moment(&text), expected.map(|moment| moment.as_second()), "{}", text);
    }

    #[test]
    fn no_text_makes_a_parser_fail_otherwise_than_by_saying_so(text in "\\PC*") {
        let printed = Date::parse(&text).map(|date| date.to_string());
        prop_assert!(printed.is_none_or(|printed| printed == text));
        prop_assert!(parse_moment(&text).is_none());
        prop_assert!(Span::parse(&text).is_err());
    }
}
