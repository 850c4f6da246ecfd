//! Time zones as people write them: abbreviations, hours from Greenwich, countries and cities. What is meant by them is a
//! place, whose clocks follow its laws. Which zones there are is for the host to say; none is ever chosen by spelling
//! alone, as `JST` is one letter from `EST` and fourteen hours away.
//!
//! Sources: the IANA time zone database (its `backward` and `etcetera` files for zones that are none of a place), and
//! the abbreviations in its comments.

/// The places that may be meant by a name, the likeliest first. Where there is more than one, their author has to choose.
///
/// ```
/// use triage::zones::places;
/// assert_eq!(places("JST"), ["Asia/Tokyo"]);
/// assert_eq!(places("IST"), ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]);
/// assert_eq!(places("GMT+9"), ["Asia/Tokyo", "Asia/Seoul"]);
/// assert!(places("Asia/Tokio").is_empty(), "that is for those who know all zones");
/// ```
#[must_use]
pub fn places(name: &str) -> Vec<&'static str> {
    let word = name.trim().to_uppercase().replace(' ', "_");
    let of_word = |table: &[(&str, &'static [&'static str])]| {
        let found = table.iter().find(|(known, _)| *known == word);
        found.map(|(_, places)| places.to_vec())
    };
    of_word(ABBREVIATIONS)
        .or_else(|| of_word(COUNTRIES))
        .or_else(|| minutes_ahead(&word).map(at))
        .or_else(|| turned(&word).map(|hours| [at(-60 * hours), at(60 * hours)].concat()))
        .unwrap_or_default()
}

/// The zones that may be meant by a name that isn't one's, of all that there are: the places of [`places`], or a city
/// without its continent, or with one slip of the pen in it. Never a city of another continent than was written.
///
/// ```
/// use triage::zones::meant;
/// let known = ["Asia/Tokyo", "America/New_York", "America/Panama", "EST"];
/// assert_eq!(meant("Asia/Tokio", &known), ["Asia/Tokyo"]);
/// assert_eq!(meant("new york", &known), ["America/New_York"]);
/// assert_eq!(meant("JST", &known), ["Asia/Tokyo"]);
/// assert!(meant("XST", &known).is_empty());
/// ```
#[must_use]
pub fn meant(name: &str, known: &[&str]) -> Vec<String> {
    let places: Vec<String> = places(name)
        .into_iter()
        .filter(|place| known.contains(place))
        .map(str::to_owned)
        .collect();
    if !places.is_empty() {
        return places;
    }
    let plain = |text: &str| text.trim().to_lowercase().replace([' ', '-'], "_");
    let written = plain(name);
    let same = |zone: &&&str| match zone.rsplit_once('/') {
        Some((_, city)) if !written.contains('/') => plain(city) == written,
        _ => plain(zone) == written,
    };
    let cities: Vec<String> = known
        .iter()
        .filter(same)
        .map(|zone| (*zone).to_owned())
        .collect();
    if !cities.is_empty() {
        return cities;
    }
    let Some((area, _)) = written.split_once('/') else {
        return Vec::new();
    };
    let inside: Vec<&str> = known
        .iter()
        .filter(|zone| zone.contains('/') && plain(zone).split('/').next() == Some(area))
        .filter(|zone| !zone.starts_with("Etc/"))
        .copied()
        .collect();
    let near = crate::nearest(name.trim(), &inside);
    near.map(str::to_owned).into_iter().collect()
}

/// Whether a name is a zone of no place, though browsers know it: clocks that stand still, or that follow what was once
/// common to several countries.
///
/// ```
/// use triage::zones::is_of_no_place;
/// assert!(is_of_no_place("EST") && is_of_no_place("Etc/GMT+9") && is_of_no_place("CET"));
/// assert!(!is_of_no_place("Asia/Tokyo") && !is_of_no_place("UTC"));
/// ```
#[must_use]
pub fn is_of_no_place(name: &str) -> bool {
    const NAMES: [&str; 13] = [
        "EST", "MST", "HST", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "WET", "CET", "MET",
        "EET", "GMT", "Etc/GMT",
    ];
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)) || turned(name).is_some()
}

/// The whole hours ahead of UTC of a zone such as `Etc/GMT+9`, whose sign is turned round (POSIX): it is behind by nine.
#[must_use]
pub fn turned(name: &str) -> Option<i32> {
    let (start, rest) = name.split_at_checked(7)?;
    if !start.eq_ignore_ascii_case("Etc/GMT") {
        return None;
    }
    let hours = rest.strip_prefix(['+', '-'])?.parse::<u8>().ok()?;
    let hours = i32::from(hours);
    let is_zero = hours == 0;
    (!is_zero).then_some(if rest.starts_with('+') { -hours } else { hours })
}

/// What is to be done about a name that isn't a zone's, as the second half of a problem's text.
pub(crate) fn cure(name: &str) -> String {
    cure_of(&places(name))
}

/// The same for zones that may be meant.
///
/// ```
/// use triage::zones::cure_of;
/// assert_eq!(cure_of(&["Asia/Tokyo"]), "write the place: \"Asia/Tokyo\"");
/// ```
#[must_use]
pub fn cure_of(places: &[&str]) -> String {
    match places {
        [] => "write the IANA name of the place, such as Asia/Tokyo".to_owned(),
        [one] => ["write the place: \"", one, "\""].concat(),
        several => [
            "write the place: \"",
            &several.join("\", \""),
            "\" or another",
        ]
        .concat(),
    }
}

/// Whether a name is in the table of abbreviations, or a number of hours, though no zone is called so.
pub(crate) fn is_abbreviation(name: &str) -> bool {
    let is_zone = is_of_no_place(name) || ["GMT0", "GMT+0", "GMT-0", "UTC"].contains(&name);
    let is_abbreviated = |word: &str| ABBREVIATIONS.iter().any(|(known, _)| *known == word);
    let word = name.trim().to_uppercase();
    !is_zone && (is_abbreviated(&word) || minutes_ahead(&word).is_some())
}

/// The minutes ahead of UTC in `GMT+9`, `UTC+05:30`, `+0900` and their like.
fn minutes_ahead(word: &str) -> Option<i32> {
    let rest = ["UTC", "GMT", "Z", ""].iter().find_map(|start| {
        word.strip_prefix(start)
            .filter(|rest| rest.starts_with(['+', '-', '−']))
    })?;
    let sign = if rest.starts_with('+') { 1 } else { -1 };
    let digits = rest.trim_start_matches(['+', '-', '−']);
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then(|| sign * (i32::from(hours) * 60 + i32::from(minutes)))
}

/// Places whose clocks are that far ahead of UTC in their winter.
fn at(minutes: i32) -> Vec<&'static str> {
    let found = OFFSETS.iter().find(|(known, _)| *known == minutes);
    found.map_or_else(Vec::new, |(_, places)| places.to_vec())
}

const ABBREVIATIONS: &[(&str, &[&str])] = &[
    ("JST", &["Asia/Tokyo"]),
    ("KST", &["Asia/Seoul"]),
    ("HKT", &["Asia/Hong_Kong"]),
    ("SGT", &["Asia/Singapore"]),
    ("PHT", &["Asia/Manila"]),
    ("WIB", &["Asia/Jakarta"]),
    ("WITA", &["Asia/Makassar"]),
    ("WIT", &["Asia/Jayapura"]),
    ("ICT", &["Asia/Bangkok", "Asia/Ho_Chi_Minh"]),
    ("MYT", &["Asia/Kuala_Lumpur"]),
    ("NPT", &["Asia/Kathmandu"]),
    ("PKT", &["Asia/Karachi"]),
    ("IRST", &["Asia/Tehran"]),
    ("GST", &["Asia/Dubai"]),
    ("IST", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    ("IDT", &["Asia/Jerusalem"]),
    ("BST", &["Europe/London", "Asia/Dhaka"]),
    (
        "AST",
        &["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"],
    ),
    ("ADT", &["America/Halifax"]),
    ("NST", &["America/St_Johns"]),
    ("NDT", &["America/St_Johns"]),
    (
        "EST",
        &["America/New_York", "America/Toronto", "America/Panama"],
    ),
    ("EDT", &["America/New_York", "America/Toronto"]),
    ("ET", &["America/New_York", "America/Toronto"]),
    ("EST5EDT", &["America/New_York", "America/Toronto"]),
    (
        "CST",
        &[
            "America/Chicago",
            "America/Mexico_City",
            "Asia/Shanghai",
            "Asia/Taipei",
        ],
    ),
    ("CDT", &["America/Chicago"]),
    ("CT", &["America/Chicago"]),
    ("CST6CDT", &["America/Chicago"]),
    ("MST", &["America/Denver", "America/Phoenix"]),
    ("MDT", &["America/Denver"]),
    ("MT", &["America/Denver"]),
    ("MST7MDT", &["America/Denver"]),
    ("PST", &["America/Los_Angeles", "Asia/Manila"]),
    ("PDT", &["America/Los_Angeles"]),
    ("PT", &["America/Los_Angeles"]),
    ("PST8PDT", &["America/Los_Angeles"]),
    ("AKST", &["America/Anchorage"]),
    ("AKDT", &["America/Anchorage"]),
    ("HST", &["Pacific/Honolulu"]),
    ("BRT", &["America/Sao_Paulo"]),
    ("ART", &["America/Argentina/Buenos_Aires"]),
    ("GMT", &["Europe/London", "Africa/Accra"]),
    ("WET", &["Europe/Lisbon"]),
    ("WEST", &["Europe/Lisbon"]),
    (
        "CET",
        &[
            "Europe/Berlin",
            "Europe/Paris",
            "Europe/Madrid",
            "Europe/Rome",
        ],
    ),
    (
        "CEST",
        &[
            "Europe/Berlin",
            "Europe/Paris",
            "Europe/Madrid",
            "Europe/Rome",
        ],
    ),
    ("MET", &["Europe/Berlin", "Europe/Paris"]),
    ("MEZ", &["Europe/Berlin", "Europe/Vienna", "Europe/Zurich"]),
    ("MESZ", &["Europe/Berlin", "Europe/Vienna", "Europe/Zurich"]),
    (
        "EET",
        &[
            "Europe/Athens",
            "Europe/Helsinki",
            "Europe/Kyiv",
            "Africa/Cairo",
        ],
    ),
    ("EEST", &["Europe/Athens", "Europe/Helsinki", "Europe/Kyiv"]),
    ("MSK", &["Europe/Moscow"]),
    ("TRT", &["Europe/Istanbul"]),
    ("CAT", &["Africa/Maputo"]),
    ("EAT", &["Africa/Nairobi"]),
    ("WAT", &["Africa/Lagos"]),
    ("SAST", &["Africa/Johannesburg"]),
    ("AEST", &["Australia/Sydney", "Australia/Brisbane"]),
    ("AEDT", &["Australia/Sydney", "Australia/Melbourne"]),
    ("ACST", &["Australia/Adelaide", "Australia/Darwin"]),
    ("ACDT", &["Australia/Adelaide"]),
    ("AWST", &["Australia/Perth"]),
    ("NZST", &["Pacific/Auckland"]),
    ("NZDT", &["Pacific/Auckland"]),
];

/// Countries with one clock, or whose people all follow one.
const COUNTRIES: &[(&str, &[&str])] = &[
    ("JAPAN", &["Asia/Tokyo"]),
    ("INDIA", &["Asia/Kolkata"]),
    ("CHINA", &["Asia/Shanghai"]),
    ("KOREA", &["Asia/Seoul"]),
    ("SOUTH_KOREA", &["Asia/Seoul"]),
    ("TAIWAN", &["Asia/Taipei"]),
    ("PHILIPPINES", &["Asia/Manila"]),
    ("THAILAND", &["Asia/Bangkok"]),
    ("VIETNAM", &["Asia/Ho_Chi_Minh"]),
    ("BANGLADESH", &["Asia/Dhaka"]),
    ("PAKISTAN", &["Asia/Karachi"]),
    ("NEPAL", &["Asia/Kathmandu"]),
    ("UAE", &["Asia/Dubai"]),
    ("SAUDI_ARABIA", &["Asia/Riyadh"]),
    ("UK", &["Europe/London"]),
    ("ENGLAND", &["Europe/London"]),
    ("UNITED_KINGDOM", &["Europe/London"]),
    ("IRELAND", &["Europe/Dublin"]),
    ("GERMANY", &["Europe/Berlin"]),
    ("FRANCE", &["Europe/Paris"]),
    ("SPAIN", &["Europe/Madrid"]),
    ("ITALY", &["Europe/Rome"]),
    ("SWITZERLAND", &["Europe/Zurich"]),
    ("AUSTRIA", &["Europe/Vienna"]),
    ("NETHERLANDS", &["Europe/Amsterdam"]),
    ("POLAND", &["Europe/Warsaw"]),
    ("UKRAINE", &["Europe/Kyiv"]),
    (
        "USA",
        &[
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
        ],
    ),
    ("SOUTH_AFRICA", &["Africa/Johannesburg"]),
    ("NIGERIA", &["Africa/Lagos"]),
    ("KENYA", &["Africa/Nairobi"]),
];

const OFFSETS: &[(i32, &[&str])] = &[
    (-600, &["Pacific/Honolulu"]),
    (-540, &["America/Anchorage"]),
    (-480, &["America/Los_Angeles", "America/Vancouver"]),
    (-420, &["America/Denver", "America/Phoenix"]),
    (-360, &["America/Chicago", "America/Mexico_City"]),
    (
        -300,
        &["America/New_York", "America/Toronto", "America/Lima"],
    ),
    (-240, &["America/Halifax", "America/Santiago"]),
    (-210, &["America/St_Johns"]),
    (
        -180,
        &["America/Sao_Paulo", "America/Argentina/Buenos_Aires"],
    ),
    (0, &["Europe/London", "Europe/Lisbon", "Africa/Accra"]),
    (60, &["Europe/Berlin", "Europe/Paris", "Africa/Lagos"]),
    (
        120,
        &["Europe/Athens", "Africa/Cairo", "Africa/Johannesburg"],
    ),
    (180, &["Europe/Istanbul", "Europe/Moscow", "Africa/Nairobi"]),
    (210, &["Asia/Tehran"]),
    (240, &["Asia/Dubai"]),
    (300, &["Asia/Karachi", "Asia/Tashkent"]),
    (330, &["Asia/Kolkata", "Asia/Colombo"]),
    (345, &["Asia/Kathmandu"]),
    (360, &["Asia/Dhaka"]),
    (390, &["Asia/Yangon"]),
    (420, &["Asia/Bangkok", "Asia/Jakarta", "Asia/Ho_Chi_Minh"]),
    (480, &["Asia/Singapore", "Asia/Shanghai", "Asia/Manila"]),
    (540, &["Asia/Tokyo", "Asia/Seoul"]),
    (570, &["Australia/Adelaide", "Australia/Darwin"]),
    (600, &["Australia/Sydney", "Australia/Brisbane"]),
    (720, &["Pacific/Auckland"]),
];
