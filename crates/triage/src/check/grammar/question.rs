//! Questions, and the conditions on their answers.

use super::{
    ANY, FLAG, Format, ID, LOCALE, List, OPTION_ID, SOME_NAMES, Shape, TEXT, WHOLE, extra,
    forgiving_table, list, object, optional, required,
};

pub(super) static QUESTIONS: Shape = Shape::List(List {
    unique: true,
    ..list(&QUESTION, 0, 40)
});

pub(super) static QUESTION: Shape = Shape::Object {
    tag: "type",
    fields: &[
        required("id", "an id, unique among the questions", &ID),
        required(
            "type",
            "how it is answered",
            &Shape::OneOf(&["choice", "multiple", "ranking", "yes_no", "number", "text"]),
        ),
        required("text", "text: the question itself, one sentence", &TEXT),
        extra(
            "why",
            "text: why you ask. People answer sooner when they know",
            &TEXT,
        ),
        extra("hint", "text: help with answering", &TEXT),
        extra(
            "private",
            "`true`: the answer goes along with a message only; it is in no draft and no parameter",
            &FLAG,
        ),
        optional(
            "ask_when",
            "a condition on **earlier** questions; without it the question may always be asked",
            &CONDITION,
        ),
        optional(
            "for",
            "only the person who is reached has use for the answer. Such questions come last: visitors may answer them after the result, and the answers go along with a message. Nothing before the result can depend on them",
            &Shape::OneOf(&["agent"]),
        ),
        required("options", "what can be picked, two to eight", &OPTIONS)
            .only_for(&["choice", "multiple", "ranking"]),
        required("min", "the smallest number that is accepted", &WHOLE).only_for(&["number"]),
        required(
            "max",
            "the largest number that is accepted, larger than `min`",
            &WHOLE,
        )
        .only_for(&["number"]),
        extra(
            "unit",
            "counted text, said after the number when the answer is repeated",
            &Shape::CountedText,
        )
        .only_for(&["number"]),
        optional(
            "max_length",
            "characters, 1 to 2,000; 500 when not given",
            &Shape::Whole(1, 2_000),
        )
        .only_for(&["text"]),
    ],
};

static OPTIONS: Shape = Shape::List(List {
    unique: true,
    ..list(&OPTION, 2, 8)
});

pub(super) static OPTION: Shape = object(&[
    required(
        "id",
        "an id, unique in this question; `not_sure` is taken",
        &OPTION_ID,
    ),
    required("text", "text: the answer, in the visitor's words", &TEXT),
    extra("hint", "text: what it means", &TEXT),
]);

/// The fields that say what a condition is about, then those that test a question.
pub static CONDITION: Shape = object(&[
    optional(
        "all",
        "holds when each of these conditions does",
        &CONDITIONS,
    ),
    optional(
        "any",
        "holds when one of these conditions does",
        &CONDITIONS,
    ),
    optional("not", "holds when this condition doesn't", &CONDITION),
    optional(
        "question",
        "the id of an earlier question; exactly one of the fields below says what is asked of its answer",
        &ANY,
    ),
    optional(
        "is",
        "that is the answer: an option's id for `choice`, `true` or `false` for `yes_no`, `\"not_sure\"` for every type",
        &Shape::FlagOrString,
    ),
    optional(
        "is_any_of",
        "one of these options is the answer, for `choice`",
        &SOME_NAMES,
    ),
    optional("includes", "this option was ticked, for `multiple`", &ANY),
    optional("first", "this option was put first, for `ranking`", &ANY),
    optional(
        "at_least",
        "the number is not smaller, for `number`",
        &WHOLE,
    ),
    optional("below", "the number is smaller, for `number`", &WHOLE),
    optional(
        "answered",
        "`true`: there is an answer other than \"I'm not sure\", for every type; `false`: there is none",
        &FLAG,
    ),
    optional(
        "mentions",
        "one of the keywords of any locale stands in the text, for `text`: `{ \"en\": [\"gas\", \"smoke\"] }`",
        &forgiving_table(&LOCALE, &KEYWORDS, 40),
    ),
]);

static CONDITIONS: Shape = Shape::List(list(&CONDITION, 1, 40));

static KEYWORDS: Shape = Shape::List(list(&Shape::String(Format::Keyword), 1, 1000));
