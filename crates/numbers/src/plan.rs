//! One number and the plan of its country.

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType, Region,
};
use triage::link::{check_phone, is_local};

/// What the plans say of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It can be dialled, or is a short code, of which no plan says all.
    Right,
    /// It can't be dialled as it stands.
    Wrong(Fault),
    /// No plan has it; but plans change, and what is known of them may be older than the number.
    Unknown,
    /// It is dialled in one country only, and nothing says so.
    Home(Home),
}

/// Why a number can't be dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No country has the code behind `+`.
    Code,
    /// There are too few digits for its country, or those before them that are dialled from afar are missing.
    Short,
    /// There are too many.
    Long,
    /// There is a 0, or another digit, that is dialled at home in place of the country code.
    Trunk,
}

/// A number for one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The country, by its two letters.
    pub country: String,
    /// The number as people there dial it.
    pub national: String,
    /// The same as it is dialled from abroad, where it can be.
    pub international: Option<String>,
}

/// What the plans say of a number that looks right, and of the country that stands beside it.
///
/// ```
/// use leeward_numbers::{Verdict, judge};
/// assert_eq!(judge("+44 20 7946 0100", None), Verdict::Right);
/// assert!(matches!(judge("+44 020 7946 0100", None), Verdict::Wrong(_)));
/// assert!(matches!(judge("+81 120-279-338", None), Verdict::Home(_)));
/// assert_eq!(judge("0120-279-338", Some("JP")), Verdict::Right);
/// assert_eq!(judge("741741", None), Verdict::Right);
/// ```
#[must_use]
pub fn judge(number: &str, country: Option<&str>) -> Verdict {
    let plain = number.split(';').next().unwrap_or_default();
    if !plain.starts_with('+') && !is_local(plain) {
        return Verdict::Right;
    }
    let region = country.and_then(|country| Region::from_code(country).ok());
    let parsed = match (plain.starts_with('+'), region) {
        (true, _) => PHONE_NUMBER_UTIL.parse(plain, None),
        (false, Some(region)) => PHONE_NUMBER_UTIL.parse(plain, Some(region)),
        // The checker asks for a country then.
        (false, None) => return Verdict::Right,
    };
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(rlibphonenumber::ParseError::TooLongNsn) => return Verdict::Wrong(Fault::Long),
        Err(rlibphonenumber::ParseError::InvalidCountryCode) => return Verdict::Wrong(Fault::Code),
        Err(_) => return Verdict::Wrong(Fault::Short),
    };
    if plain.starts_with('+')
        && digits(plain) != digits(&formatted(&parsed, PhoneNumberFormat::E164))
    {
        return Verdict::Wrong(Fault::Trunk);
    }
    match PHONE_NUMBER_UTIL.is_possible_number_with_reason(&parsed) {
        Ok(NumberLengthType::IsPossible) => {}
        Err(rlibphonenumber::ValidationError::TooLong) => return Verdict::Wrong(Fault::Long),
        _ => return Verdict::Wrong(Fault::Short),
    }
    if !PHONE_NUMBER_UTIL.is_valid_number(&parsed) {
        return if is_made_up(&parsed) {
            Verdict::Right
        } else {
            Verdict::Unknown
        };
    }
    let is_said = country.is_some();
    let is_for_home = is_for_home(&parsed);
    if is_for_home == (is_said || !plain.starts_with('+')) || (is_said && plain.starts_with('+')) {
        return Verdict::Right;
    }
    home(&parsed).map_or(Verdict::Right, Verdict::Home)
}

/// A number as it is dialled at home and from abroad.
pub(crate) fn home(number: &PhoneNumber) -> Option<Home> {
    let region = PHONE_NUMBER_UTIL.get_region_for_number(number)?;
    let international = formatted(number, PhoneNumberFormat::International);
    Some(Home {
        country: region.to_string(),
        national: grouped(&formatted(number, PhoneNumberFormat::National)),
        international: (!is_for_home(number)).then_some(international),
    })
}

/// Whether a number is answered in its own country only: free numbers and those of shared cost, as a rule, and whatever
/// its plan says of. All of North America dials its free numbers by `+1`, and those of `+800` are free from anywhere.
pub(crate) fn is_for_home(number: &PhoneNumber) -> bool {
    const EVERYWHERE: [i32; 9] = [1, 800, 808, 870, 878, 881, 882, 883, 979];
    const JAPAN: i32 = 81;
    let code = number.country_code;
    if EVERYWHERE.contains(&code) {
        return false;
    }
    let is_for_home = match PHONE_NUMBER_UTIL.get_number_type(number) {
        PhoneNumberType::TollFree | PhoneNumberType::SharedCost | PhoneNumberType::PremiumRate => {
            true
        }
        // Japan's 0570 is answered in Japan; elsewhere numbers of this kind are for everybody, such as Britain's 03.
        PhoneNumberType::UAN => code == JAPAN,
        _ => false,
    };
    is_for_home || !PHONE_NUMBER_UTIL.can_be_internationally_dialled(number)
}

/// Whether a number is one of nobody's, as in examples and in the ready playbooks: of an exchange of zeros.
fn is_made_up(number: &PhoneNumber) -> bool {
    let digits = number.national_number.to_string();
    let exchange = digits
        .len()
        .checked_sub(8)
        .and_then(|from| digits.get(from..from + 4));
    exchange == Some("0000")
}

/// A number in one of the forms of the plans, if a playbook may have it so; else its digits.
pub(crate) fn formatted(number: &PhoneNumber, format: PhoneNumberFormat) -> String {
    let form = PHONE_NUMBER_UTIL.format(number, format).into_owned();
    if check_phone(&form).is_ok() || !matches!(format, PhoneNumberFormat::International) {
        form
    } else {
        PHONE_NUMBER_UTIL
            .format(number, PhoneNumberFormat::E164)
            .into_owned()
    }
}

/// A national form with one space or hyphen between its groups: `020 7946 0100` for `(020) 7946-0100`.
fn grouped(form: &str) -> String {
    let mut groups = String::new();
    for letter in form.chars() {
        if letter.is_ascii_digit() {
            groups.push(letter);
        } else if groups.ends_with(|last: char| last.is_ascii_digit()) {
            groups.push(if letter == '-' { '-' } else { ' ' });
        }
    }
    groups.trim_end_matches([' ', '-']).to_owned()
}

pub(crate) fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
