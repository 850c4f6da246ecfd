//! A stroke over the grid of a week: from where it was begun to where it is now, in half hours.

use super::week::{Block, DAY, Week, stretches};

/// Minutes of a step.
const STEP: u16 = 30;

/// A cell of the grid: the day, Monday is 0, and the half hour of it.
pub type Cell = (usize, u16);

/// The cell at a point of the grid, of which the size is known. Days lie below each other where it is wide, else beside
/// each other. A point outside belongs to the cell that is nearest.
pub fn cell(point: (f64, f64), size: (f64, f64)) -> Cell {
    let share = |at: f64, whole: f64| (at / whole.max(1.0)).clamp(0.0, 1.0);
    let (across, down) = (share(point.0, size.0), share(point.1, size.1));
    let (time, day) = if size.0 >= size.1 {
        (across, down)
    } else {
        (down, across)
    };
    let slots = DAY / STEP;
    let slot = (time * f64::from(slots)) as u16;
    (((day * 7.0) as usize).min(6), slot.min(slots - 1))
}

/// A stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    from: Cell,
    to: Cell,
    /// Whether it opens what it goes over, or closes it.
    pub open: bool,
}

impl Stroke {
    /// A stroke begins: it opens when somebody is not there yet at the half hour.
    pub fn begin(week: &Week, cell: Cell) -> Self {
        let (day, slot) = (cell.0.min(6), cell.1);
        let (from, to) = (slot * STEP, (slot + 1) * STEP);
        let covers = |day: &[String], from: u16, to: u16| {
            let mut all = stretches(day).into_iter();
            all.any(|(start, end)| start <= from && to <= end)
        };
        let night = &week[(day + 6) % 7];
        let is_open = covers(&week[day], from, to) || covers(night, from + DAY, to + DAY);
        Self {
            from: (day, slot),
            to: (day, slot),
            open: !is_open,
        }
    }

    /// It goes on to a cell.
    pub fn go(self, cell: Cell) -> Self {
        Self {
            to: (cell.0.min(6), cell.1),
            ..self
        }
    }

    /// What it covers: the cells between its ends, on each day between.
    pub fn block(self) -> Block {
        let ((one, start), (other, end)) = (self.from, self.to);
        Block {
            days: (one.min(other), one.max(other)),
            minutes: (start.min(end) * STEP, (start.max(end) + 1) * STEP),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Stroke, Week, cell};

    #[test]
    fn a_point_is_found_on_a_desk_and_on_a_phone() {
        assert_eq!(
            cell((700.0 * 10.0 / 24.0, 210.0 * 5.5 / 7.0), (700.0, 210.0)),
            (5, 20)
        );
        assert_eq!(
            cell((280.0 * 5.5 / 7.0, 480.0 * 10.2 / 24.0), (280.0, 480.0)),
            (5, 20)
        );
        for point in [(-5.0, -5.0), (9999.0, 9999.0)] {
            let (day, slot) = Stroke::begin(&Week::default(), cell(point, (700.0, 210.0))).from;
            assert!(day < 7 && slot < 48);
        }
    }

    #[test]
    fn a_stroke_opens_what_is_closed_and_closes_what_is_open() {
        let mut week = Week::default();
        week[0] = vec!["22:00-02:00".to_owned()];
        assert!(!Stroke::begin(&week, (0, 44)).open && !Stroke::begin(&week, (1, 3)).open);
        let stroke = Stroke::begin(&week, (5, 27)).go((3, 20));
        assert!(stroke.open);
        let expected = Block {
            days: (3, 5),
            minutes: (600, 840),
        };
        assert_eq!(stroke.block(), expected);
    }
}
