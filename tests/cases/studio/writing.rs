//! From a ready playbook to a published one that helps visitors.

use anyhow::{Result, ensure};
use leeward_tests::{
    browser::Need,
    harness::{Case, case},
    page::HostPage,
    site::{Reply, file},
    visitor::Visitor,
};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::author::{
    STUDIO, begins_in, begins_with, catches_downloads, chooses, downloaded, downloads,
    is_published, pastes, pastes_in, presses, previews, rewrites, sees, stands, value, waits,
};

const NOTICE: &str = "[id='notice.text:en']";
const SENTENCE: &str = "Most payments work again since noon.";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "a marketer takes a ready playbook, changes a sentence, and publishes it",
            publishes,
        ),
        case(
            "a marketer publishes in Japanese and in Hindi as in English",
            publishes_in_others,
        ),
        case(
            "the preview follows what is written, and the visitor in it stays where they are",
            follows,
        ),
        case(
            "a letter is in the preview when it is in its field, and gone when it is taken back",
            letter,
        ),
        case(
            "the studio takes steps back and does them again by keyboard",
            steps,
        ),
        case(
            "whatever can be done or found in the studio is a few letters away",
            searches,
        ),
        case(
            "a sentence in the preview leads to its field, and a field shows its sentence",
            points,
        ),
        case("the studio adds a line, and takes one away", lines),
        case(
            "the studio opens a file with problems, and leads to each",
            problems,
        ),
        case(
            "the studio keeps a text that is no JSON, with the place of the slip",
            broken,
        ),
        case(
            "the studio puts right at a press what browsers would refuse, and publishes what they take",
            refused,
        ),
        case(
            "the studio names another encoding, and a page in the place of a playbook",
            foreign,
        ),
        case("a draft survives the loading of the page", draft),
        case(
            "the studio says that a browser keeps no drafts, and goes on",
            no_storage,
        ),
        case(
            "support closes a channel in the studio, and visitors read so",
            live,
        ),
        case("a hostile playbook runs nothing in the studio", hostile),
        case("the studio speaks Japanese and Hindi", languages),
        case("axe finds nothing in the studio, on a desk", desk),
        case("axe finds nothing in the studio, on a phone", phone).needs(Need::Phone),
    ]
}

async fn publishes(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    previews(visitor, "Standing at a till").await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    previews(visitor, SENTENCE).await?;
    presses(visitor, "nav [data-pane='checks']").await?;
    sees(visitor, ".work h2").await?;
    waits(visitor, "!document.querySelector('[data-kind=errors]')").await?;
    let published = downloads(visitor).await?;
    let before = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    let sentence = serde_json::from_str::<Value>(&before)?["notice"]["text"]["en"].clone();
    let expected = before.replacen(sentence.as_str().unwrap_or_default(), SENTENCE, 1);
    ensure!(published == expected, "more has changed than the sentence");
    waits(
        visitor,
        "document.querySelector('.changes').innerText.includes('Notice, text, English')",
    )
    .await?;

    is_published(visitor, published).await?;
    visitor.reads("h3", SENTENCE).await
}

async fn publishes_in_others(visitor: &Visitor) -> Result<()> {
    for (locale, sentence) in [
        (
            "ja",
            "正午から、ほとんどの支払いがまた使えるようになりました。",
        ),
        ("hi", "दोपहर से ज़्यादातर पेमेंट फिर चलने लगे हैं।"),
    ] {
        begins_in(visitor, locale, "outage").await?;
        rewrites(visitor, &format!("[id='notice.text:{locale}']"), sentence).await?;
        previews(visitor, sentence).await?;
        presses(visitor, "nav [data-pane='checks']").await?;
        waits(visitor, "!document.querySelector('[data-kind=errors]')").await?;
        let playbook = downloads(visitor).await?;
        visitor
            .site
            .answers("/published.json", Reply::json(playbook));
        let page = HostPage::default()
            .about("/published.json")
            .with_attributes(&format!("locale='{locale}'"));
        visitor.visits(&page).await?;
        visitor.opens().await?;
        visitor.reads("h3", sentence).await?;
    }
    Ok(())
}

/// The file that the studio makes of what works right now, as a feed of the playbook that it has connected.
async fn live(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "nav [data-pane='live']").await?;
    presses(visitor, "[data-action='connect']").await?;
    waits(visitor, "!document.querySelector('[data-action=connect]')").await?;
    for (channel, state) in [("any_hour_phone", "busy"), ("refund_page", "down")] {
        chooses(visitor, &format!("#live-{channel}"), state).await?;
    }
    rewrites(visitor, "#live-wait-any_hour_phone", "40").await?;
    visitor
        .finds_no_barrier_on_the_page("what works right now")
        .await?;
    catches_downloads(visitor).await?;
    presses(visitor, "[data-action='feed']").await?;
    let feed = downloaded(visitor).await?;
    let playbook = downloads(visitor).await?;

    visitor
        .site
        .answers("/leeward/status.json", Reply::json(feed));
    is_published(visitor, playbook).await?;
    visitor.waits_for_request("/leeward/status.json", 1).await?;
    visitor.presses("contacts").await?;
    visitor
        .reads(
            "[data-channel='refund_page'] .facts",
            "Not working right now",
        )
        .await?;
    visitor
        .reads("[data-channel='any_hour_phone'] .facts", "40 to 60 minutes")
        .await
}

async fn follows(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    previews(visitor, "Standing at a till").await?;
    let start = "document.querySelector('#preview').contentDocument.querySelector('leeward-help').shadowRoot.querySelector('.smart .primary').click()";
    visitor.finds_out(start, Vec::new()).await?;
    previews(visitor, "What went wrong?").await?;
    rewrites(visitor, "[id='questions[0].text:en']", "What is broken?").await?;
    previews(visitor, "What is broken?").await?;
    // Whatever appears in the preview, the focus stays with whoever writes.
    let grab = "document.querySelector('#preview').contentDocument.querySelector('leeward-help').shadowRoot.querySelector('.smart button').focus()";
    visitor.finds_out(grab, Vec::new()).await?;
    let kept = visitor
        .finds_out("return document.activeElement.id", Vec::new())
        .await?;
    ensure!(
        kept == "questions[0].text:en",
        "the preview took the focus: {kept}"
    );
    // A sentence with which nobody could be helped is not shown.
    rewrites(visitor, "[id='questions[0].text:en']", " ").await?;
    sees(visitor, "nav [data-found='errors']").await?;
    previews(visitor, "What is broken?").await
}

/// The field and the preview are looked at when the frame after a letter begins; nothing is waited for.
async fn letter(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    let before = value(visitor, NOTICE).await?;
    previews(visitor, &before).await?;
    presses(visitor, NOTICE).await?;
    let write = "window.seen = [];
        const field = document.querySelector(arguments[0]);
        const preview = document.querySelector('#preview').contentDocument.querySelector('leeward-help').shadowRoot;
        const write = (letters) => {
            // Before the whole playbook was sent once.
            if (!letters.length) return document.querySelector('[data-action=undo]').click();
            field.value += letters[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            requestAnimationFrame(() => {
                window.seen.push(preview.querySelector('.smart').textContent.includes(field.value));
                write(letters.slice(1));
            });
        };
        write(' Try again.')";
    visitor.finds_out(write, vec![json!(NOTICE)]).await?;
    waits(visitor, "window.seen.length === 11").await?;
    let seen = visitor.finds_out("return window.seen", Vec::new()).await?;
    ensure!(
        seen == json!(vec![true; 11]),
        "the preview is behind its field: {seen}"
    );
    stands(visitor, NOTICE, &before).await?;
    let gone = "return !document.querySelector('#preview').contentDocument.querySelector('leeward-help').shadowRoot
        .querySelector('.smart').innerText.includes('Try again.')";
    visitor.waits_for("the old words", gone, Vec::new()).await?;
    Ok(())
}

async fn steps(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    let before = value(visitor, NOTICE).await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    rewrites(visitor, "[id='launcher.text:en']", "Help").await?;
    visitor.holds(&[Key::Control], "z").await?;
    stands(visitor, "[id='launcher.text:en']", "Payment trouble?").await?;
    stands(visitor, NOTICE, SENTENCE).await?;
    visitor.holds(&[Key::Control], "z").await?;
    stands(visitor, NOTICE, &before).await?;
    waits(visitor, "document.activeElement.id === 'notice.text:en'").await?;
    waits(
        visitor,
        "document.querySelector('[data-action=undo]').disabled",
    )
    .await?;
    visitor.holds(&[Key::Control, Key::Shift], "z").await?;
    stands(visitor, NOTICE, SENTENCE).await?;
    presses(visitor, "[data-action='redo']").await?;
    stands(visitor, "[id='launcher.text:en']", "Help").await
}

async fn searches(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, NOTICE).await?;
    visitor.holds(&[Key::Control], "k").await?;
    waits(visitor, "document.activeElement.id === 'search'").await?;
    visitor
        .finds_no_barrier_on_the_page("the command list")
        .await?;
    visitor.types(Key::Escape).await?;
    waits(visitor, "document.activeElement.id === 'notice.text:en'").await?;
    presses(visitor, "[data-action='search']").await?;
    waits(visitor, "document.activeElement.id === 'search'").await?;
    visitor.types("balance safe").await?;
    waits(
        visitor,
        "document.querySelectorAll('#commands li').length === 1",
    )
    .await?;
    visitor.types(Key::Enter).await?;
    waits(
        visitor,
        "document.activeElement.id === 'notice.known[0]:en'",
    )
    .await?;
    visitor.holds(&[Key::Control], "k").await?;
    waits(visitor, "document.activeElement.id === 'search'").await?;
    visitor.types("add").await?;
    visitor.types(Key::Down).await?;
    let second =
        "document.querySelector('#commands li:nth-child(2)[aria-selected=true]')?.innerText";
    ensure!(
        waits(visitor, second).await? == "Add a way",
        "the second command isn't chosen"
    );
    visitor.types(Key::Enter).await?;
    waits(
        visitor,
        "document.activeElement.id === 'routes[5].because:en'",
    )
    .await?;
    sees(visitor, "nav [data-pane='questions'][aria-current]").await
}

/// Clicks, as a hand does, on what says some words in the preview.
async fn clicks_in_the_preview(visitor: &Visitor, words: &str) -> Result<()> {
    let script = "const frame = document.querySelector('#preview');
        const help = frame.contentDocument?.querySelector('leeward-help');
        const all = [...(help?.shadowRoot?.querySelectorAll('.smart *') ?? [])];
        const found = all.findLast((one) => one.textContent.trim() === arguments[0]);
        if (!found) return false;
        found.scrollIntoView({ block: 'center' });
        const [outer, inner] = [frame.getBoundingClientRect(), found.getBoundingClientRect()];
        return [outer.x + inner.x + Math.min(inner.width / 2, 40), outer.y + inner.y + inner.height / 2].map(Math.round)";
    let place = visitor.waits_for(words, script, vec![json!(words)]).await?;
    let (x, y) = (
        place[0].as_i64().unwrap_or(0),
        place[1].as_i64().unwrap_or(0),
    );
    visitor.clicks_at(x, y).await
}

async fn points(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "nav [data-pane='checks']").await?;
    let known = "Your balance is safe. It is held at a bank, apart from our app.";
    previews(visitor, known).await?;
    clicks_in_the_preview(visitor, known).await?;
    waits(
        visitor,
        "document.activeElement.id === 'notice.known[0]:en'",
    )
    .await?;
    // A button is a visitor's, unless the author points.
    presses(visitor, "[data-action='point']").await?;
    clicks_in_the_preview(visitor, "Find the right help").await?;
    waits(visitor, "document.activeElement.id.startsWith('labels.')").await?;
    presses(visitor, "[data-action='point']").await?;
    clicks_in_the_preview(visitor, "Find the right help").await?;
    previews(visitor, "What went wrong?").await?;
    let notes = "const preview = document.querySelector('#preview').contentWindow;
        preview.Element.prototype.animate = function () { window.marked = this.textContent; }";
    visitor.finds_out(notes, Vec::new()).await?;
    let enter = "document.getElementById('questions[0].text:en').focus()";
    visitor.finds_out(enter, Vec::new()).await?;
    waits(visitor, "window.marked?.trim() === 'What went wrong?'").await?;
    Ok(())
}

async fn lines(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    presses(visitor, "[data-add='notice.known']").await?;
    waits(
        visitor,
        "document.activeElement.id === 'notice.known[2]:en'",
    )
    .await?;
    visitor.types("Shops are open.").await?;
    previews(visitor, "Shops are open.").await?;
    presses(visitor, "[data-path='notice.known[0]'] button").await?;
    stands(visitor, "[id='notice.known[1]:en']", "Shops are open.").await?;
    ensure!(
        downloads(visitor).await?.contains("Shops are open."),
        "the line is lost"
    );
    Ok(())
}

async fn problems(visitor: &Visitor) -> Result<()> {
    let sound = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    let wrong = sound.replacen("+44 20 7946 0101", "seven", 1);
    pastes(visitor, &wrong).await?;
    sees(visitor, "[data-kind='errors'] li").await?;
    presses(visitor, "[data-kind='errors'] button").await?;
    let field = "[id='channels.any_hour_phone.address']";
    waits(
        visitor,
        "document.activeElement.id === 'channels.any_hour_phone.address'",
    )
    .await?;
    sees(visitor, ".problem").await?;
    rewrites(visitor, field, "+44 20 7946 0101").await?;
    waits(visitor, "!document.querySelector('[data-found=errors]')").await?;
    ensure!(
        downloads(visitor).await? == sound,
        "something else has changed"
    );
    Ok(())
}

async fn broken(visitor: &Visitor) -> Result<()> {
    let text = "{\n  \"version\": 1,\n  \"name\": \"Kestrel\",,\n}";
    pastes(visitor, text).await?;
    sees(visitor, ".broken").await?;
    waits(
        visitor,
        "document.querySelector('.broken').innerText.includes('Line 3, column 21')",
    )
    .await?;
    ensure!(value(visitor, "#mend").await? == text, "the text is lost");
    let mended = text.replace(",,\n", "\n");
    let script = "document.querySelector('#mend').value = arguments[0]";
    visitor.finds_out(script, vec![json!(mended)]).await?;
    presses(visitor, ".broken button").await?;
    sees(visitor, "[data-kind='errors']").await
}

async fn refused(visitor: &Visitor) -> Result<()> {
    let sound = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    let by_hand = sound
        .replacen("{\n", "{\n  // Copied from last year.\n", 1)
        .replacen("\n  \"name\"", "\n\u{3000}\u{a0}\"name\"", 1)
        .replacen("Kestrel Pay", "Kestrel\tPay", 1)
        .replacen("\n}\n", ",\n}\n", 1);
    for (locale, told) in [("ja", "2行目、3文字目"), ("en", "Line 2, column 3")] {
        pastes_in(visitor, locale, &by_hand).await?;
        sees(visitor, ".broken").await?;
        let says = format!("document.querySelector('.broken').innerText.includes('{told}')");
        waits(visitor, &says).await?;
        waits(
            visitor,
            "document.querySelectorAll('.broken li').length === 4",
        )
        .await?;
    }
    presses(visitor, "[data-action='mend']").await?;
    sees(visitor, NOTICE).await?;
    let published = downloads(visitor).await?;
    let script = "return JSON.parse(arguments[0]).name.en";
    let name = visitor.finds_out(script, vec![json!(published)]).await?;
    ensure!(name == "Kestrel\tPay", "the name is {name}");
    let expected = sound.replacen("Kestrel Pay", "Kestrel\\tPay", 1);
    ensure!(published == expected, "something else has changed");
    Ok(())
}

async fn foreign(visitor: &Visitor) -> Result<()> {
    visitor.goes_to(&format!("{STUDIO}?locale=en")).await?;
    sees(visitor, "#file").await?;
    // みなと (Minato) in Shift_JIS, as older editors in Japan save it.
    let choose = "const text = arguments[0], words = [0x82, 0xdd, 0x82, 0xc8, 0x82, 0xc6, 0x82, 0xcc, 0x91, 0x8b, 0x8c, 0xfb];
        const bytes = new TextEncoder().encode(text), at = text.indexOf('MINATO');
        const whole = [...bytes.slice(0, at), ...words, ...bytes.slice(at + 6)];
        const files = new DataTransfer();
        files.items.add(new File([Uint8Array.from(whole)], 'sjis.json'));
        const field = document.querySelector('#file');
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    let text = "{\n  \"version\": 1,\n  \"locales\": [\"ja\"],\n  \"name\": \"MINATO\"\n}\n";
    visitor.finds_out(choose, vec![json!(text)]).await?;
    sees(visitor, ".broken").await?;
    waits(
        visitor,
        "document.querySelector('.broken').innerText.includes('Shift_JIS')",
    )
    .await?;
    presses(visitor, "[data-action='mend']").await?;
    sees(visitor, "[data-kind='errors']").await?;
    let published = downloads(visitor).await?;
    ensure!(
        published == text.replace("MINATO", "みなとの窓口"),
        "{published}"
    );

    let page = Reply::text("text/html", "<!doctype html><title>Log in</title>");
    visitor.site.answers("/storm/ours.json", page);
    visitor
        .goes_to(&format!("{STUDIO}?locale=en&open=/storm/ours.json"))
        .await?;
    waits(
        visitor,
        "document.querySelector('.told')?.innerText.includes('There is no playbook at /storm/ours.json')",
    )
    .await?;
    Ok(())
}

async fn draft(visitor: &Visitor) -> Result<()> {
    begins_with(visitor, "outage").await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    waits(
        visitor,
        "Object.keys(localStorage).some((key) => key.startsWith('leeward-studio-draft-'))",
    )
    .await?;
    visitor.goes_to(STUDIO).await?;
    presses(visitor, "[data-draft]").await?;
    stands(visitor, NOTICE, SENTENCE).await?;
    presses(visitor, "nav [data-pane='publish']").await?;
    waits(
        visitor,
        "document.querySelector('.changes').innerText.includes('Notice, text, English')",
    )
    .await?;
    Ok(())
}

async fn no_storage(visitor: &Visitor) -> Result<()> {
    visitor
        .injects("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")
        .await?;
    begins_with(visitor, "outage").await?;
    rewrites(visitor, NOTICE, SENTENCE).await?;
    waits(
        visitor,
        "document.querySelector('.told').innerText.includes('keeps no drafts')",
    )
    .await?;
    previews(visitor, SENTENCE).await
}

async fn hostile(visitor: &Visitor) -> Result<()> {
    let sound = String::from_utf8(file("/playbooks/outage.json")?.to_vec())?;
    let markup = "<img src=x onerror=alert(1)><script>alert(1)<\\/script>";
    let hostile = sound.replacen("Kestrel Pay", markup, 1).replacen(
        "\"stolen\",",
        &format!("\"stolen\", \"__proto__\": {{ \"x\": \"{markup}\" }},"),
        1,
    );
    pastes(visitor, &hostile).await?;
    sees(visitor, "[data-kind='errors'] li").await?;
    previews(visitor, "Standing at a till").await?;
    presses(visitor, "nav [data-pane='words']").await?;
    stands(visitor, "[id='name:en']", &markup.replace("<\\/", "</")).await?;
    let made = "document.querySelectorAll('#studio :is(img, script)').length === 0";
    waits(visitor, made).await?;
    ensure!(downloads(visitor).await? == hostile, "something is lost");
    Ok(())
}

async fn languages(visitor: &Visitor) -> Result<()> {
    for (locale, words) in [("ja", "公開"), ("hi", "प्रकाशित")] {
        visitor
            .goes_to(&format!("{STUDIO}?locale={locale}"))
            .await?;
        presses(visitor, "[data-ready='blank']").await?;
        let script = "return document.documentElement.lang === arguments[0] && document.querySelector('nav [data-pane=publish]')?.innerText.includes(arguments[1])";
        visitor
            .waits_for(words, script, vec![json!(locale), json!(words)])
            .await?;
    }
    Ok(())
}

async fn desk(visitor: &Visitor) -> Result<()> {
    every_pane(visitor, "a desk").await
}

async fn phone(visitor: &Visitor) -> Result<()> {
    visitor.holds_a_phone_of(360).await?;
    every_pane(visitor, "a phone").await?;
    presses(visitor, "[data-action='undo']").await?;
    presses(visitor, "nav [data-pane='preview']").await?;
    previews(visitor, "You have had two hard nights").await
}

async fn every_pane(visitor: &Visitor, place: &str) -> Result<()> {
    visitor.goes_to(STUDIO).await?;
    sees(visitor, "[data-ready='blank']").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("start on {place}"))
        .await?;
    presses(visitor, "[data-ready='service-crisis']").await?;
    sees(visitor, NOTICE).await?;
    chooses(visitor, "#beside", "ja").await?;
    sees(visitor, "[id='notice.text:ja']").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("words on {place}"))
        .await?;
    rewrites(visitor, NOTICE, " ").await?;
    sees(visitor, ".problem").await?;
    visitor
        .finds_no_barrier_on_the_page(&format!("a problem on {place}"))
        .await?;
    for pane in ["checks", "publish"] {
        presses(visitor, &format!("nav [data-pane='{pane}']")).await?;
        visitor
            .finds_no_barrier_on_the_page(&format!("{pane} on {place}"))
            .await?;
    }
    Ok(())
}
