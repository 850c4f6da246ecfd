//! Colours and their contrast, in whole numbers.
//!
//! Source: WCAG 2.2, "relative luminance" and "contrast ratio".

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255 each.
    pub rgb: [u8; 3],
}

/// The lowest contrast of text, in hundredths (WCAG 2.2, 1.4.3).
pub const LOWEST_CONTRAST: u32 = 450;

impl Colour {
    /// White.
    pub const WHITE: Self = Self { rgb: [255; 3] };

    /// Reads `#rrggbb`.
    ///
    /// ```
    /// use triage::colour::Colour;
    /// assert_eq!(Colour::parse("#0B5c58").map(|colour| colour.rgb), Some([11, 92, 88]));
    /// assert_eq!(Colour::parse("teal"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self {
            rgb: [red, green, blue],
        })
    }

    /// The colour as `#rrggbb`.
    #[must_use]
    pub fn to_hex(self) -> String {
        let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
        let digits = self
            .rgb
            .iter()
            .flat_map(|value| [digit(value >> 4), digit(value & 15)]);
        std::iter::once('#').chain(digits).collect()
    }

    /// The contrast with another colour in hundredths, rounded down: 100 (none) to 2,100 (black
    /// on white).
    ///
    /// ```
    /// use triage::colour::Colour;
    /// let black = Colour::parse("#000000").unwrap();
    /// assert_eq!(Colour::WHITE.contrast(black), 2_100);
    /// assert_eq!(Colour::WHITE.contrast(Colour::parse("#767676").unwrap()), 454);
    /// ```
    #[must_use]
    pub fn contrast(self, other: Self) -> u32 {
        // The specification adds 0.05, for light that a screen reflects.
        const FLARE: u64 = FULL / 20;
        let (one, two) = (self.luminance() + FLARE, other.luminance() + FLARE);
        u32::try_from(one.max(two) * 100 / one.min(two)).unwrap_or(u32::MAX)
    }

    /// The nearest shade of the same hue on which white text can be read; itself when it is dark
    /// enough.
    ///
    /// ```
    /// use triage::colour::{Colour, LOWEST_CONTRAST};
    /// let shade = Colour::parse("#4caf50").unwrap().under_white_text();
    /// assert_eq!(shade.to_hex(), "#3a863d");
    /// assert!(shade.contrast(Colour::WHITE) >= LOWEST_CONTRAST);
    /// ```
    #[must_use]
    pub fn under_white_text(self) -> Self {
        let shade = |parts: u16| Self {
            rgb: self
                .rgb
                .map(|value| u8::try_from(u16::from(value) * parts / 256).unwrap_or(value)),
        };
        (0..=256)
            .rev()
            .map(shade)
            .find(|shade| shade.contrast(Self::WHITE) >= LOWEST_CONTRAST)
            .unwrap_or(Self { rgb: [0; 3] })
    }

    /// Relative luminance, 0 to [`FULL`].
    fn luminance(self) -> u64 {
        let weights = [2_126, 7_152, 722];
        self.rgb
            .iter()
            .zip(weights)
            .map(|(value, weight)| linear(*value) * weight)
            .sum()
    }
}

/// The luminance of white: 65,535 times the sum of the weights.
const FULL: u64 = 65_535 * 10_000;

/// A value of sRGB without its gamma, 0 to 65,535.
fn linear(value: u8) -> u64 {
    LINEAR.get(usize::from(value)).copied().map_or(0, u64::from)
}

/// `((value / 255 + 0.055) / 1.055) ^ 2.4`, below 11 `value / 255 / 12.92`; times 65,535.
#[rustfmt::skip]
const LINEAR: [u16; 256] = [
    0, 20, 40, 60, 80, 99, 119, 139, 159, 179, 199, 219, 241, 264,
    288, 313, 340, 367, 396, 427, 458, 491, 526, 562, 599, 637, 677, 718,
    761, 805, 851, 898, 947, 997, 1048, 1101, 1156, 1212, 1270, 1330, 1391, 1453,
    1517, 1583, 1651, 1720, 1790, 1863, 1937, 2013, 2090, 2170, 2250, 2333, 2418, 2504,
    2592, 2681, 2773, 2866, 2961, 3058, 3157, 3258, 3360, 3464, 3570, 3678, 3788, 3900,
    4014, 4129, 4247, 4366, 4488, 4611, 4736, 4864, 4993, 5124, 5257, 5392, 5530, 5669,
    5810, 5953, 6099, 6246, 6395, 6547, 6700, 6856, 7014, 7174, 7335, 7500, 7666, 7834,
    8004, 8177, 8352, 8528, 8708, 8889, 9072, 9258, 9445, 9635, 9828, 10022, 10219, 10417,
    10619, 10822, 11028, 11235, 11446, 11658, 11873, 12090, 12309, 12530, 12754, 12980, 13209, 13440,
    13673, 13909, 14146, 14387, 14629, 14874, 15122, 15371, 15623, 15878, 16135, 16394, 16656, 16920,
    17187, 17456, 17727, 18001, 18277, 18556, 18837, 19121, 19407, 19696, 19987, 20281, 20577, 20876,
    21177, 21481, 21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329, 24658, 24990, 25325,
    25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094, 28452, 28813, 29176, 29542, 29911, 30282,
    30656, 31033, 31412, 31794, 32179, 32567, 32957, 33350, 33745, 34143, 34544, 34948, 35355, 35764,
    36176, 36591, 37008, 37429, 37852, 38278, 38706, 39138, 39572, 40009, 40449, 40891, 41337, 41785,
    42236, 42690, 43147, 43606, 44069, 44534, 45002, 45473, 45947, 46423, 46903, 47385, 47871, 48359,
    48850, 49344, 49841, 50341, 50844, 51349, 51858, 52369, 52884, 53401, 53921, 54445, 54971, 55500,
    56032, 56567, 57105, 57646, 58190, 58737, 59287, 59840, 60396, 60955, 61517, 62082, 62650, 63221,
    63795, 64372, 64952, 65535,
];
