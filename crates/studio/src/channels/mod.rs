//! Ways to reach a company, and when somebody is there: from what an author wishes to operations on the document.

pub mod typed;
pub mod week;
