//! `leeward hours`, against what the playbooks' hours say.

mod common;

use std::io;

use common::{NOW, leeward, told};

#[test]
fn the_week_is_drawn_on_the_visitors_clock() -> io::Result<()> {
    let home = told(&["hours", "playbooks/hardship.json", "--at", NOW])?;
    // The advisers on the holiday, 10:00 to 16:00: from the 21st half hour to the 32nd.
    let holiday = format!(
        "Mon 23 Nov  {}{}{}",
        "0".repeat(20),
        "1".repeat(12),
        "0".repeat(16)
    );
    assert!(home.contains(&holiday), "{home}");
    let abroad = told(&[
        "hours",
        "playbooks/hardship.json",
        "--at",
        NOW,
        "--timezone",
        "Asia/Kolkata",
    ])?;
    let earlier = format!(
        "Mon 23 Nov  {}{}{}",
        "0".repeat(13),
        "1".repeat(12),
        "0".repeat(23)
    );
    assert!(
        abroad.contains(&earlier),
        "three and a half hours earlier\n{abroad}"
    );
    Ok(())
}

#[test]
fn a_half_hour_over_which_clocks_jump_is_left_blank() -> io::Result<()> {
    let told = told(&[
        "hours",
        "playbooks/outage.json",
        "--at",
        "2027-03-27T12:00Z",
        "--timezone",
        "Europe/London",
    ])?;
    let row = told
        .lines()
        .find_map(|line| line.strip_prefix("Sun 28 Mar  "));
    assert_eq!(row.and_then(|row| row.get(..6)), Some("22  11"), "{told}");
    Ok(())
}

#[test]
fn channels_tell_their_hours_their_next_change_and_their_holidays() -> io::Result<()> {
    let told = told(&[
        "hours",
        "playbooks/hardship.json",
        "--locale",
        "ja",
        "--at",
        NOW,
    ])?;
    for line in [
        "branch_phone (phone)",
        "  now: closed, opens Tue 24 Nov 2026 09:00 (in 1 day 23 hours)",
        "  hours in Asia/Tokyo: Mon-Fri 09:00-12:00, 13:00-17:00",
        "  Mon 2026-11-23: closed (勤労感謝の日)",
        "    Sat 1 May 2027 16:00 to Thu 6 May 2027 09:00 (4 days 17 hours)",
        "  with all phones and chats down: nobody at any time, they can only leave a message",
    ] {
        assert!(told.lines().any(|known| known == line), "{line}\n{told}");
    }
    Ok(())
}

#[test]
fn what_is_not_there_is_named_with_what_is() -> io::Result<()> {
    for (option, value, said) in [
        (
            "--locale",
            "fr",
            "\"fr\": not among the playbook's locales; use one of en, ja, hi, ar, zh-Hans\n",
        ),
        (
            "--timezone",
            "Tokyo",
            "\"Tokyo\": no time zone; write its IANA name, such as Asia/Tokyo\n",
        ),
    ] {
        let output = leeward(&["hours", "playbooks/outage.json", option, value], "")?;
        assert_eq!(String::from_utf8_lossy(&output.stderr), said);
        assert_eq!(output.status.code(), Some(2));
    }
    Ok(())
}
