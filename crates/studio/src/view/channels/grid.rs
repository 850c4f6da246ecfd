//! The week as a picture that can be painted with a mouse or a finger. Boxes beside it say the same, so it is hidden from
//! screen readers, and no keyboard needs it.

use leeward_document::Path;
use web_sys::{Element, PointerEvent};
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, component, html, use_force_update, use_mut_ref,
    use_node_ref,
};

use crate::{
    channels::{
        Wish,
        stroke::{Cell, Stroke, cell},
        week::{DAY, Week, stretches},
    },
    event::Event,
    view::as_one,
};

/// The picture is square, in units of which a minute has seven and a day's lane has as many as the day has minutes: so it
/// can be turned about its diagonal where days stand beside each other.
const UNITS: u16 = 7;

#[derive(PartialEq, Properties)]
pub struct GridProperties {
    /// The table.
    pub path: Path,
    pub week: Week,
    /// Short names of the days.
    pub days: Vec<AttrValue>,
    pub dispatch: Callback<Event>,
}

#[component]
pub fn Grid(properties: &GridProperties) -> Html {
    let GridProperties {
        path,
        week,
        days,
        dispatch,
    } = properties;
    let picture = use_node_ref();
    let stroke = use_mut_ref(|| None::<Stroke>);
    let draw = use_force_update();
    let onpointerdown = {
        let (picture, stroke, draw, week) =
            (picture.clone(), stroke.clone(), draw.clone(), week.clone());
        move |event: PointerEvent| {
            let Some(cell) =
                under(&picture, &event).filter(|_| event.is_primary() && event.button() == 0)
            else {
                return;
            };
            if let Some(picture) = picture.cast::<Element>() {
                let _ = picture.set_pointer_capture(event.pointer_id());
            }
            *stroke.borrow_mut() = Some(Stroke::begin(&week, cell));
            draw.force_update();
        }
    };
    let onpointermove = {
        let (picture, stroke, draw) = (picture.clone(), stroke.clone(), draw.clone());
        move |event: PointerEvent| {
            let begun = *stroke.borrow();
            if let Some((begun, cell)) = begun.zip(under(&picture, &event)) {
                *stroke.borrow_mut() = Some(begun.go(cell));
                draw.force_update();
            }
        }
    };
    let onpointerup = {
        let (stroke, dispatch, path, draw) =
            (stroke.clone(), dispatch.clone(), path.clone(), draw.clone());
        move |_: PointerEvent| {
            let done = stroke.borrow_mut().take();
            if let Some(done) = done {
                draw.force_update();
                dispatch.emit(Event::Arranged(Wish::Paint(
                    path.clone(),
                    done.block(),
                    done.open,
                )));
            }
        }
    };
    let onpointercancel = {
        let (stroke, draw) = (stroke.clone(), draw);
        move |_: PointerEvent| {
            stroke.borrow_mut().take();
            draw.force_update();
        }
    };
    let begun = *stroke.borrow();
    html! {
        <div class="grid" aria-hidden="true">
            <div class="lanes">{ for days.iter().map(|day| html! { <span>{ day.clone() }</span> }) }</div>
            <div class="clock">{ for ["0:00", "6:00", "12:00", "18:00", "24:00"].map(|hour| html! { <span>{ hour }</span> }) }</div>
            <svg ref={picture} viewBox="0 0 10080 10080" preserveAspectRatio="none" {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
                <g>
                    { lines() }
                    { as_one((0..7).flat_map(|day| lane(week, day))) }
                    { as_one(begun.map(painted)) }
                </g>
            </svg>
        </div>
    }
}

/// The cell under a pointer.
fn under(picture: &NodeRef, event: &PointerEvent) -> Option<Cell> {
    let frame = picture.cast::<Element>()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let point = (x - frame.left(), y - frame.top());
    Some(cell(point, (frame.width(), frame.height())))
}

fn lines() -> Html {
    let hours = (1..24).map(|hour| {
        let at = hour * 60 * UNITS;
        let class = if hour % 6 == 0 { "quarter" } else { "hour" };
        html! { <path {class} d={format!("M{at} 0V10080")} /> }
    });
    let days =
        (1..7).map(|day| html! { <path class="day" d={format!("M0 {}H10080", day * DAY)} /> });
    html! { <>{ as_one(hours) }{ as_one(days) }</> }
}

/// A bar in the lane of a day, with some space above and below.
fn bar(class: &'static str, day: usize, from: u16, to: u16) -> Html {
    let lane = u16::try_from(day).unwrap_or_default() * DAY;
    html! {
        <rect
            {class} x={(from * UNITS).to_string()} y={(lane + 120).to_string()}
            width={((to - from) * UNITS).to_string()} height={(DAY - 240).to_string()}
        />
    }
}

/// What is open on a day, and how far the night before goes on into it.
fn lane(week: &Week, day: usize) -> Vec<Html> {
    let night = stretches(&week[(day + 6) % 7]).into_iter();
    let night = night.filter(|(_, end)| *end > DAY);
    let night = night.map(|(from, to)| bar("night", day, from.saturating_sub(DAY), to - DAY));
    let own = stretches(&week[day]).into_iter();
    let own = own.map(|(from, to)| bar("open", day, from, to.min(DAY)));
    night.chain(own).collect()
}

fn painted(stroke: Stroke) -> Html {
    let block = stroke.block();
    let class = if stroke.open { "opening" } else { "closing" };
    let (from, to) = block.minutes;
    (block.days.0..=block.days.1)
        .map(|day| bar(class, day, from, to))
        .collect()
}
