//! Says how the rush went, and what a million such visitors would cost.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Result, ensure};
use leeward_serving::BEFORE_INTENT;

/// What content delivery networks ask for a GB, in US dollars: a low and a high price.
const PRICES: [f64; 2] = [0.05, 0.09];

/// How many visits went through in a second, and how long they took; `took` is sorted.
pub fn rush(elapsed: Duration, took: &[Duration], requests: usize) -> String {
    let visits = took.len();
    let per_second = visits as f64 / elapsed.as_secs_f64();
    let percentile = |hundredths: usize| took[(visits - 1) * hundredths / 100].as_millis();
    format!(
        "{visits} visits in {:.1} s, without an error: {per_second:.0} visits and {:.0} requests a second; \
         a visit took {} ms (median), {} ms (99 of 100)\n",
        elapsed.as_secs_f64(),
        per_second * requests as f64,
        percentile(50),
        percentile(99),
    )
}

/// What a visit transfers, file by file, and a million of them; `sent` is what the server noted.
pub fn transfer(sent: &[(String, u64)], visits: usize) -> Result<String> {
    let mut files: BTreeMap<&str, (usize, u64)> = BTreeMap::new();
    for (path, bytes) in sent {
        let (times, sum) = files.entry(path).or_default();
        *times += 1;
        *sum += bytes;
    }
    let mut table = String::from("\nbytes sent for a visit, headers included\n");
    for (path, (times, bytes)) in &files {
        ensure!(
            *times == visits,
            "{path} was sent {times} times for {visits} visits"
        );
        writeln!(table, "{:>9}  {path}", bytes / visits as u64)?;
    }
    let mean = |bytes: u64| bytes as f64 / visits as f64;
    let page = mean(files.get(BEFORE_INTENT).map_or(0, |(_, bytes)| *bytes));
    let whole = mean(files.values().map(|(_, bytes)| bytes).sum());
    writeln!(
        table,
        "{whole:>9.0}  in all\n\na million visitors              GB   US$ at {:.2}   at {:.2}",
        PRICES[0], PRICES[1]
    )?;
    for (name, bytes) in [
        ("only load the page", page),
        ("one in ten opens the popup", page + (whole - page) / 10.0),
        ("all open the popup", whole),
    ] {
        let gigabytes = bytes * 1e6 / 1e9;
        let [low, high] = PRICES.map(|price| gigabytes * price);
        writeln!(
            table,
            "  {name:<26}  {gigabytes:>5.1}  {low:>10.2}  {high:>8.2}"
        )?;
    }
    Ok(table)
}
