//! A set of what may be shown beside the two options: reassurances, expectations, stories and resources, by their
//! places in these lists put one behind the other.

/// A set of places below 256. Each of the four lists has at most 50 entries, which the checker sees to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Items([u64; 4]);

impl Items {
    pub fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub fn contains(&self, place: usize) -> bool {
        let word = self.0.get(place / 64).copied().unwrap_or(0);
        word & (1 << (place % 64)) != 0
    }

    /// What is in either.
    pub fn union(self, other: Self) -> Self {
        self.merge(other, |one, other| one | other)
    }

    /// What is in this one and not in the other.
    pub fn without(self, other: Self) -> Self {
        self.merge(other, |one, other| one & !other)
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        let occupied = self != Self::default();
        let most = if occupied { 64 * self.0.len() } else { 0 };
        (0..most).filter(move |place| self.contains(*place))
    }

    fn merge(mut self, other: Self, how: impl Fn(u64, u64) -> u64) -> Self {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word = how(*word, other);
        }
        self
    }
}
