//! Which earlier versions of a draft are worth their room: many of the last minutes, a few of long ago.

/// How many are kept of one draft.
pub const MOST: usize = 10;

/// How long after the last one a version is worth keeping, in milliseconds.
const APART: i64 = 2 * 60 * 1000;

/// Whether a version of now is worth keeping, after others, in milliseconds.
pub fn is_due(kept: &[i64], now: i64) -> bool {
    kept.iter().all(|at| now.saturating_sub(*at) >= APART)
}

/// Which of the kept ones has to go, once there are too many: one that stands close to its neighbours for its age.
/// The first and the last one stay.
pub fn thinned(kept: &[i64], now: i64) -> Option<i64> {
    if kept.len() <= MOST {
        return None;
    }
    let mut sorted = kept.to_vec();
    sorted.sort_unstable();
    let inner = sorted.windows(3).filter_map(|three| match three {
        [before, at, after] => Some((*at, (after - before) as f64 / (now - at).max(1) as f64)),
        _ => None,
    });
    inner
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{MOST, is_due, thinned};

    const MINUTE: i64 = 60_000;

    #[test]
    fn a_day_of_work_keeps_its_beginning_its_end_and_more_of_the_last_hour() {
        let mut kept: Vec<i64> = Vec::new();
        for minute in 0..600 {
            let now = minute * MINUTE;
            if is_due(&kept, now) {
                kept.push(now);
            }
            while let Some(gone) = thinned(&kept, now) {
                kept.retain(|at| *at != gone);
            }
            assert!(kept.len() <= MOST);
        }
        assert_eq!((kept[0], kept.last()), (0, Some(&(598 * MINUTE))));
        let recent = kept.iter().filter(|at| **at > 540 * MINUTE).count();
        assert!((3..MOST).contains(&recent), "{kept:?}");
        let middle = kept
            .iter()
            .filter(|at| (60 * MINUTE..480 * MINUTE).contains(*at));
        assert!(middle.count() >= 1, "{kept:?}");
    }

    #[test]
    fn letters_of_one_minute_are_one_version() {
        assert!(is_due(&[], 0));
        assert!(!is_due(&[0], MINUTE));
        assert!(is_due(&[0], 2 * MINUTE));
        // A clock that was set back makes no flood of versions.
        assert!(!is_due(&[10 * MINUTE], 0));
    }
}
