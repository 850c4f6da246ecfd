//! The built-in texts: everything a visitor can read that isn't in the playbook.
//!
//! English stands here and is compiled in, so that there is always a word to show. The other
//! languages are files in `labels/`, and a playbook can replace every one of them.

macro_rules! labels {
    ($($(#[doc = $doc:literal])+ $(#[cfg($cfg:meta)])? $name:ident = $key:literal: $english:literal;)+) => {
        /// A built-in text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Label { $($(#[doc = $doc])+ $(#[cfg($cfg)])? $name,)+ }

        impl Label {
            /// Every label, in the order of a visitor's way.
            pub const ALL: &'static [Self] = &[$($(#[cfg($cfg)])? Self::$name,)+];

            /// Their keys, in the same order.
            #[cfg(feature = "advice")]
            pub(crate) const KEYS: &'static [&'static str] = &[$($(#[cfg($cfg)])? $key,)+];

            /// The key in playbooks and in `labels/*.json`; must never change.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $($(#[cfg($cfg)])? Self::$name => $key,)+ }
            }

            /// The English text, with its `{placeholders}`.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self { $($(#[cfg($cfg)])? Self::$name => $english,)+ }
            }
        }
    };
}

labels! {
    /// Closes the panel; the name of a button of the safe layer.
    #[cfg(feature = "advice")]
    Close = "close": "Close";
    /// Said by the safe layer after a second without questions.
    #[cfg(feature = "advice")]
    Loading = "loading": "Loading";
    /// Choice of language.
    Language = "language": "Language";
    /// Heading of the first screen, where there is no notice.
    Greeting = "greeting": "How can we help?";
    /// Begins with the questions.
    Start = "start": "Find the right help";
    /// What comes when one starts.
    StartHint = "start_hint": "A few short questions. Stop at any time.";
    /// Shows the contact list; on every step.
    Contacts = "contacts": "Show me how to reach you";
    /// The folded numbers for danger to life in other places than the visitor's.
    Elsewhere = "elsewhere": "Numbers for other places";
    /// Above what is known.
    Known = "known": "What we know";
    /// Above what isn't known.
    Unknown = "unknown": "What we don’t know yet";
    /// When the notice was last true.
    Updated = "updated": "Updated {time}";
    /// When there will be more.
    NextUpdate = "next_update": "Next update {time}";
    /// Above what a live feed tells is wrong.
    #[cfg(feature = "advice")]
    Incident = "incident": "We know about this";
    /// How many more such things there are.
    #[cfg(feature = "advice")]
    More = "more": "And {count} more";
    /// Below what is wrong, for those whose answers it is about.
    #[cfg(feature = "advice")]
    NoNeed = "no_need": "You needn’t contact us about it.";
    /// Above what is being worked on as planned.
    #[cfg(feature = "advice")]
    Maintenance = "maintenance": "Planned work";
    /// Above what is over, for those who have been told of it before.
    #[cfg(feature = "advice")]
    Over = "over": "This is over";
    /// When it began.
    #[cfg(feature = "advice")]
    Since = "since": "Since {time}";
    /// When it ends, or was over.
    #[cfg(feature = "advice")]
    Until = "until": "Until {time}";
    /// How far the visitor has come.
    Progress = "progress": "Question {number} of at most {most}";
    /// How far the visitor has come, while it is open how far it is.
    Number = "number": "Question {number}";
    /// Why a question is asked.
    Why = "why": "Why we ask";
    /// On to the next step.
    Continue = "continue": "Continue";
    /// To the step before.
    Back = "back": "Back";
    /// The answer that every question takes.
    NotSure = "not_sure": "I’m not sure";
    /// Yes.
    Yes = "yes": "Yes";
    /// No.
    No = "no": "No";
    /// How to answer a question with several answers.
    ChooseAll = "choose_all": "Choose all that fit";
    /// How to answer a ranking.
    RankHint = "rank_hint": "Put the most pressing one first";
    /// Moves an option up; the name of a button.
    MoveUp = "move_up": "Move up: {option}";
    /// Moves an option down; the name of a button.
    MoveDown = "move_down": "Move down: {option}";
    /// Said after a move.
    Moved = "moved": "{option} is now number {place} of {count}";
    /// Heading of the error summary.
    Check = "check": "Please check your answer";
    /// Nothing was chosen.
    ChooseOne = "choose_one": "Choose one of the answers";
    /// Nothing was ticked.
    ChooseSome = "choose_some": "Choose at least one, or say that you’re not sure";
    /// No number.
    EnterNumber = "enter_number": "Enter a whole number, such as 12";
    /// A number outside of the bounds.
    OutOfRange = "out_of_range": "Enter a number from {min} to {max}";
    /// No text.
    EnterText = "enter_text": "Write a few words, or say that you’re not sure";
    /// Too much text.
    TooLong = "too_long": "Please use at most {most} characters";
    /// Heading of the result.
    Result = "result": "Here is who can help";
    /// Above the best option.
    Best = "best": "Best for you now";
    /// Above the second option.
    Second = "second": "Or choose this";
    /// Before what the visitor told.
    Told = "told": "You told us";
    /// Changes an answer.
    Change = "change": "Change";
    /// Always open.
    Always = "always": "Open day and night";
    /// Open now.
    OpenUntil = "open_until": "Open until {time}";
    /// Open now, closing time unknown.
    Open = "open": "Open now";
    /// Closed now.
    OpensAt = "opens_at": "Closed. Opens {time}";
    /// Closed now, opening time unknown.
    Closed = "closed": "Closed now";
    /// Out of order.
    Down = "down": "Not working right now";
    /// Nothing is known of the time zone.
    HoursUnknown = "hours_unknown": "We can’t tell whether it is open now";
    /// A moment where the channel is, and on the visitor's clock.
    YourTime = "your_time": "{there} ({here} your time)";
    /// Closed because of a holiday.
    Holiday = "holiday": "Closed today: {holiday}";
    /// How long it takes until somebody answers. The longer wait has its unit with it, the shorter one where that differs.
    Wait = "wait": "Usual wait: {low} to {high}";
    /// The same, where it is always as long.
    WaitAbout = "wait_about": "Usual wait: about {time}";
    /// What it costs.
    Cost = "cost": "Cost: {cost}";
    /// Languages that are spoken.
    Speaks = "speaks": "Answers in {languages}";
    /// A preferred channel is closed.
    PassedClosed = "passed_closed": "Closed until {time}: {channel}";
    /// A preferred channel is closed, nobody knows until when.
    PassedClosedNow = "passed_closed_now": "Closed now: {channel}";
    /// A channel that would have been preferred, of which nobody knows whether it is open.
    PassedUnknown = "passed_unknown": "We can’t tell whether it is open: {channel}";
    /// A preferred channel speaks other languages.
    PassedLanguage = "passed_language": "Not in your language: {channel}";
    /// A preferred channel is out of order.
    PassedDown = "passed_down": "Not working right now: {channel}";
    /// The folded list of other channels.
    Others = "others": "Other ways to reach us";
    /// Above the expectations.
    Expect = "expect": "What to expect";
    /// Above the story.
    Story = "story": "Somebody who has been there";
    /// Above the links.
    Resources = "resources": "Useful links";
    /// A link that is normally for members only.
    Unlocked = "unlocked": "Free for everyone now";
    /// A link of a public body.
    Government = "government": "Public aid";
    /// A link of neighbours or an association.
    Community = "community": "Community";
    /// A link for something one can do alone.
    SelfCare = "self_care": "Self-care";
    /// A link of the company itself.
    Guide = "guide": "Guide";
    /// Said after links that leave the page.
    NewTab = "new_tab": "opens in a new tab";
    /// Begins anew.
    Restart = "restart": "Start again";
    /// On to the questions for the agent, after the result.
    ForAgent = "for_agent": "Tell the agent more now (optional)";
    /// Heading of the contact list.
    ContactsTitle = "contacts_title": "How to reach us";
    /// Back to where the visitor was.
    Return = "return": "Go back";
    /// Heading of the message form.
    MessageTitle = "message_title": "Write to us";
    /// What is sent along.
    MessageHint = "message_hint": "We send your answers along, so you don’t have to tell it twice.";
    /// The visitor's name.
    MessageName = "message_name": "Your name (optional)";
    /// Where to answer.
    MessageContact = "message_contact": "E-mail address or phone number";
    /// Why it is needed.
    MessageContactHint = "message_contact_hint": "Only to answer you";
    /// The message itself.
    MessageText = "message_text": "What do you need?";
    /// Heading of a form that asks for a number to call back.
    CallbackTitle = "callback_title": "We call you";
    /// The number to call.
    CallbackNumber = "callback_number": "Your phone number";
    /// When to call.
    CallbackTime = "callback_time": "When can we call, and what is it about? (optional)";
    /// Keeps what was written in the browser.
    #[cfg(feature = "advice")]
    Keep = "keep": "Keep this on my device until it is sent";
    /// Sends it.
    Send = "send": "Send";
    /// While it is under way.
    Sending = "sending": "Sending…";
    /// It arrived.
    Sent = "sent": "Your message has arrived. We will answer you at {contact}.";
    /// Back to where the visitor was, once the message has arrived.
    Done = "done": "Done";
    /// There is no connection.
    Queued = "queued": "You are offline. Keep this page open: we send it as soon as you are online again.";
    /// It arrived, and nobody can tell where to answer.
    Arrived = "arrived": "Your message has arrived.";
    /// It didn't arrive.
    Failed = "failed": "Your message was not sent. Your text is still here: please try again, or reach us another way.";
    /// It may have arrived.
    Uncertain = "uncertain": "We don’t know whether your message arrived. Your text is still here: send it again, or reach us another way.";
    /// Nowhere to answer.
    EnterContact = "enter_contact": "Enter an e-mail address or a phone number";
    /// Nowhere to call.
    EnterPhone = "enter_phone": "Enter your phone number";
    /// What is there to answer to is neither an address nor a number; `enter` is one of the two before.
    Anyway = "anyway": "{enter}. If what you wrote is right, send it again.";
    /// No message.
    EnterMessage = "enter_message": "Write what you need";
    /// Leaves the page at once; only where the playbook has an `exit`.
    #[cfg(feature = "advice")]
    Exit = "exit": "Leave this page";
    /// What more there is to know about that.
    #[cfg(feature = "advice")]
    ExitHint = "exit_hint": "Press Shift three times to leave at once. Your browser keeps a history of what you looked at.";
    /// Beside a result: what a press on a number does.
    #[cfg(feature = "advice")]
    BesidePhone = "beside_phone": "Opens the phone app on this device.";
    /// Beside a result: what a press on a text message's number does.
    #[cfg(feature = "advice")]
    BesideSms = "beside_sms": "Opens the messages app on this device.";
    /// Beside a result: what a press on an e-mail address does.
    #[cfg(feature = "advice")]
    BesideEmail = "beside_email": "Opens your mail app.";
    /// Beside a result: what a press on a live chat does.
    #[cfg(feature = "advice")]
    BesideOpensChat = "beside_opens_chat": "Opens the chat on this page.";
    /// Beside a result: what a press on a form does.
    #[cfg(feature = "advice")]
    BesideOpensForm = "beside_opens_form": "Opens a form here.";
    /// Beside a result: what a press on a messaging app's link does.
    #[cfg(feature = "advice")]
    BesideOpensApp = "beside_opens_app": "Opens {app}.";
    /// Beside a result: what a press on any other link does.
    #[cfg(feature = "advice")]
    BesideOpensPage = "beside_opens_page": "Opens {host} in a new tab.";
    /// Beside a result: that answers are filled in.
    #[cfg(feature = "advice")]
    BesideDrafted = "beside_drafted": "Your answers are filled in.";
    /// Beside a result: copies a number or an address.
    #[cfg(feature = "advice")]
    BesideCopyIt = "beside_copy_it": "Copy {it}";
    /// Beside a result: after copying.
    #[cfg(feature = "advice")]
    BesideCopied = "beside_copied": "Copied.";
    /// Beside a result: where nothing can be copied.
    #[cfg(feature = "advice")]
    BesideSelect = "beside_select": "The text is selected. Copy it now.";
    /// Beside a result: shows a code to scan.
    #[cfg(feature = "advice")]
    BesideQr = "beside_qr": "QR code for your phone";
    /// Beside a result: below the code.
    #[cfg(feature = "advice")]
    BesideScan = "beside_scan": "Point your phone’s camera at it.";
    /// Beside a result: unfolds what the visitor told.
    #[cfg(feature = "advice")]
    BesideSummary = "beside_summary": "Your answers, to read out or pass on";
    /// Beside a result: that nothing has been sent.
    #[cfg(feature = "advice")]
    BesideUnsent = "beside_unsent": "Nothing has been sent. You don’t have to remember it all.";
    /// Beside a result: what can be said aloud.
    #[cfg(feature = "advice")]
    BesideReference = "beside_reference": "Reference to say aloud: {reference}";
    /// Beside a result: the same, in a draft or a file.
    #[cfg(feature = "advice")]
    BesideReferenceShort = "beside_reference_short": "Reference: {reference}";
    /// Beside a result: copies what the visitor told.
    #[cfg(feature = "advice")]
    BesideCopy = "beside_copy": "Copy";
    /// Beside a result: keeps it for later.
    #[cfg(feature = "advice")]
    BesideKeep = "beside_keep": "Save for later";
    /// Beside a result: prints it.
    #[cfg(feature = "advice")]
    BesidePrint = "beside_print": "Print";
    /// Beside a result: above the same in the agents' language.
    #[cfg(feature = "advice")]
    BesideAbroad = "beside_abroad": "The same in the team’s language ({language}):";
    /// Beside a result: the company's own link to news.
    #[cfg(feature = "advice")]
    BesideUpdates = "beside_updates": "Tell me when there is news";
}

impl Label {
    /// Whether it is said beside a result. Its words are in `loader/handoff/`, and nobody downloads them before.
    #[cfg(feature = "advice")]
    #[must_use]
    pub fn is_beside(self) -> bool {
        self.key().starts_with("beside_")
    }

    /// The label of a key.
    ///
    /// ```
    /// use triage::Label;
    /// assert_eq!(Label::from_key("continue"), Some(Label::Continue));
    /// ```
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|label| label.key() == key)
    }
}

/// The names of the `{placeholders}` in a text, in order.
///
/// ```
/// assert_eq!(triage::placeholders("{low} to {high} minutes").collect::<Vec<_>>(), ["low", "high"]);
/// ```
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}
