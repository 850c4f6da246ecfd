//! Reading answers from the command line, in the form in which the widget sends them.

use triage::{Answer, Complaint, Playbook, Question, QuestionId, QuestionKind, did_you_mean};

/// Which question, what was written for it, and what that means.
type Read = (QuestionId, Vec<String>, Answer);

/// Reads all answers, in the order of the questions.
pub fn read(playbook: &Playbook, answers: &[String]) -> Result<Vec<Read>, String> {
    let mut read: Vec<Read> = Vec::new();
    for answer in answers {
        let found = one(playbook, answer).map_err(|fault| format!("--answer {answer}: {fault}"))?;
        if read.iter().any(|(id, _, _)| *id == found.0) {
            return Err(format!(
                "--answer {answer}: this question is answered already; join several options by commas"
            ));
        }
        read.push(found);
    }
    read.sort_by_key(|(id, _, _)| *id);
    Ok(read)
}

fn one(playbook: &Playbook, answer: &str) -> Result<Read, String> {
    let (name, value) = answer
        .split_once('=')
        .ok_or("write the question, an equals sign and the answer, such as topic=outage")?;
    let known: Vec<&str> = playbook
        .questions()
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    let mut ids = playbook.question_ids();
    let id = ids
        .find(|id| playbook.question(*id).id == name)
        .ok_or_else(|| {
            let cure = format!("use one of {}", known.join(", "));
            format!(
                "no question \"{name}\"; {}",
                did_you_mean(name, &known, &cure)
            )
        })?;
    let question = playbook.question(id);
    let values = values(question, value);
    check_options(question, &values)?;
    let answer = Answer::read(question, &values).map_err(cure)?;
    Ok((id, values, answer))
}

/// Commas part options; a text keeps its own.
fn values(question: &Question, value: &str) -> Vec<String> {
    match question.kind {
        QuestionKind::Multiple(_) | QuestionKind::Ranking(_) => value
            .split(',')
            .map(|option| option.trim().to_owned())
            .collect(),
        _ => vec![value.to_owned()],
    }
}

/// The widget can't send options that aren't there, so the engine passes over them; here they are slips.
fn check_options(question: &Question, values: &[String]) -> Result<(), String> {
    let known: Vec<&str> = match &question.kind {
        QuestionKind::YesNo => vec!["yes", "no"],
        kind => kind
            .options()
            .iter()
            .map(|option| option.id.as_str())
            .collect(),
    };
    let is_known = |value: &str| value == Answer::NOT_SURE || known.contains(&value);
    if known.is_empty() {
        return Ok(());
    }
    match values.iter().find(|value| !is_known(value)) {
        None => Ok(()),
        Some(value) => {
            let cure = format!("use one of {}, {}", known.join(", "), Answer::NOT_SURE);
            Err(format!(
                "no option \"{value}\"; {}",
                did_you_mean(value, &known, &cure)
            ))
        }
    }
}

fn cure(complaint: Complaint) -> String {
    match complaint {
        Complaint::ChooseOne | Complaint::ChooseSome => "name an option, or not_sure".to_owned(),
        Complaint::EnterNumber => "write a whole number, or not_sure".to_owned(),
        Complaint::OutOfRange { min, max } => {
            format!("write a number from {min} to {max}, or not_sure")
        }
        Complaint::EnterText => "write some words, or not_sure".to_owned(),
        Complaint::TooLong { most } => format!("write at most {most} characters"),
    }
}
