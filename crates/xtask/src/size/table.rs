//! Shows sizes in columns, and judges the totals by their budgets.

use std::fmt::Write;
use std::ops::Add;

/// What a file weighs, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// As it is on the disk.
    pub raw: usize,
    /// After gzip -9.
    pub gzip: usize,
    /// After brotli 11.
    pub brotli: usize,
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// One file, or the sum of several.
pub struct Row {
    /// What it is to a reader of the table.
    pub name: String,
    /// What it weighs.
    pub size: Size,
}

/// How much a total may weigh after brotli, in bytes.
pub struct Budget {
    /// What the total is called.
    pub name: &'static str,
    /// The most that is allowed.
    pub must: usize,
    /// What we would like.
    pub aim: usize,
}

/// The whole table, with a line for each total.
pub fn render(rows: &[Row], totals: &[(Budget, Size)]) -> String {
    let mut table = line("", ["raw", "gzip -9", "brotli 11"], "");
    for Row { name, size } in rows {
        table += &line(name, columns(*size), "");
    }
    table.push('\n');
    for (budget, size) in totals {
        table += &line(budget.name, columns(*size), &verdict(budget, *size));
    }
    table
}

/// What is downloaded by some visitors only, and counted for nobody else.
pub fn apart(when: &str, rows: &[Row]) -> String {
    let mut table = format!("\n  {when}\n");
    for Row { name, size } in rows {
        table += &line(name, columns(*size), "");
    }
    table
}

/// A sentence for each budget that is broken.
pub fn broken(totals: &[(Budget, Size)]) -> Vec<String> {
    let broken = totals
        .iter()
        .filter(|(budget, size)| size.brotli > budget.must);
    broken
        .map(|(budget, size)| {
            format!(
                "{}: {} is {} too much",
                budget.name,
                kilobytes(size.brotli),
                kilobytes(size.brotli - budget.must)
            )
        })
        .collect()
}

fn verdict(budget: &Budget, size: Size) -> String {
    let word = match size.brotli {
        bytes if bytes > budget.must => "TOO MUCH",
        bytes if bytes > budget.aim => "within the budget, above the aim",
        _ => "within the aim",
    };
    format!(
        "{word} (must {}, aim {})",
        kilobytes(budget.must),
        kilobytes(budget.aim)
    )
}

fn columns(size: Size) -> [String; 3] {
    [size.raw, size.gzip, size.brotli].map(kilobytes)
}

fn line<T: AsRef<str>>(name: &str, columns: [T; 3], remark: &str) -> String {
    let mut line = format!("  {name:<24}");
    for column in columns {
        // Writing to a string cannot fail.
        let _ = write!(line, "{:>12}", column.as_ref());
    }
    if !remark.is_empty() {
        line = line + "   " + remark;
    }
    line + "\n"
}

/// Thousands of bytes, as ARCHITECTURE.md counts; exact bytes where thousands would hide them.
fn kilobytes(bytes: usize) -> String {
    if bytes < 1_000 {
        format!("{bytes} B")
    } else {
        format!("{}.{} kB", bytes / 1_000, bytes % 1_000 / 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(brotli: usize) -> [(Budget, Size); 1] {
        [(
            Budget {
                name: "before intent",
                must: 5_000,
                aim: 4_000,
            },
            Size {
                raw: 20_000,
                gzip: 6_000,
                brotli,
            },
        )]
    }

    #[test]
    fn a_budget_is_broken_by_one_byte_more() {
        assert!(broken(&total(5_000)).is_empty());
        assert_eq!(
            broken(&total(5_001)),
            ["before intent: 5.0 kB is 1 B too much"]
        );
    }

    #[test]
    fn the_table_tells_budget_and_aim_apart() {
        for (brotli, word) in [
            (4_000, "within the aim"),
            (4_001, "above the aim"),
            (5_001, "TOO MUCH"),
        ] {
            let table = render(&[], &total(brotli));
            assert!(
                table.contains(word) && table.contains("(must 5.0 kB, aim 4.0 kB)"),
                "{table}"
            );
        }
    }

    #[test]
    fn columns_line_up() {
        let row = Row {
            name: "glue".into(),
            size: Size {
                raw: 34_056,
                gzip: 6_100,
                brotli: 987,
            },
        };
        let table = render(&[row], &[]);
        assert_eq!(
            table,
            "                                   raw     gzip -9   brotli 11\n  \
               glue                         34.0 kB      6.1 kB       987 B\n\n"
        );
    }
}
