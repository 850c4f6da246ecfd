//! Reading routes, and what can be said about all of them together.

use super::{place::Place, reader::Reader, report_unused, suggest::did_you_mean};
use crate::{
    playbook::{Channel, ChannelId, Route},
    problem::Code,
};

const FIELDS: &[&str] = &[
    "id",
    "when",
    "needs",
    "first",
    "second",
    "because",
    "emergency",
];

/// Reads all routes. A broken one makes the playbook unusable: visitors would end up on another
/// route than meant.
pub(super) fn routes(reader: &mut Reader, file: &Place<'_>) -> Vec<Route> {
    let mut routes: Vec<Route> = Vec::new();
    let Some(field) = reader.required(file, "routes") else {
        return routes;
    };
    let count = reader.elements(&field, 100).count();
    if count == 0 {
        reader.report(
            &field,
            Code::MissingField,
            &["add at least one route, without \"when\""],
        );
    }
    for element in field.children() {
        let route = route(reader, &element);
        if routes.iter().any(|earlier| earlier.id == route.id) {
            let message = [
                "there is a route \"",
                &route.id,
                "\" already; choose another id",
            ];
            reader.report(&element, Code::Duplicate, &message);
        }
        routes.push(route);
        let is_last = routes.len() == count;
        if element.field("when").is_none() != is_last {
            let cure = if is_last {
                "the last route must take everybody who is left; add one without \"when\" after this"
            } else {
                "a route without \"when\" takes everybody, so those after it are never reached; move it to the end"
            };
            reader.report(&element, Code::RouteOrder, &[cure]);
        }
    }
    routes
}

fn route(reader: &mut Reader, place: &Place<'_>) -> Route {
    reader.object(place, FIELDS);
    Route {
        id: reader.id_field(place, "id"),
        when: reader.condition_field(place, "when"),
        needs: reader.ids_field(place, "needs"),
        first: match reader.required(place, "first") {
            Some(field) => some_channels(reader, &field),
            None => Vec::new(),
        },
        second: match place.field("second") {
            Some(field) => channels(reader, &field),
            None => Vec::new(),
        },
        because: reader.extra_text(place, "because"),
        emergency: reader.flag_field(place, "emergency"),
    }
}

fn some_channels(reader: &mut Reader, place: &Place<'_>) -> Vec<ChannelId> {
    if place.children().next().is_none() {
        reader.report(place, Code::MissingField, &["name at least one channel"]);
    }
    channels(reader, place)
}

/// Channels by their ids. One that was left out as broken is passed over silently: its own
/// problem has been reported.
fn channels(reader: &mut Reader, place: &Place<'_>) -> Vec<ChannelId> {
    let mut ids = Vec::new();
    for element in reader.elements(place, 60) {
        let name = reader.string(&element);
        match reader.channels.iter().find(|(known, _)| known == name) {
            Some((_, Some(id))) if ids.contains(id) => {
                let message = ["\"", name, "\" stands here twice; remove one of them"];
                reader.remark(&element, Code::Duplicate, &message);
            }
            Some((_, id)) => ids.extend(*id),
            None => {
                let known = reader.channels.iter().map(|(known, _)| known.as_str());
                let cure = did_you_mean(name, known, "add it to \"channels\"");
                let message = ["no channel \"", name, "\"; ", &cure];
                reader.report(&element, Code::UnknownReference, &message);
            }
        }
    }
    ids
}

/// Reports channels that are on no route; they are shown in the contact list only.
pub(super) fn report_unused_channels(
    reader: &mut Reader,
    file: &Place<'_>,
    channels: &[Channel],
    routes: &[Route],
) {
    let on_a_route = |id: ChannelId| {
        routes
            .iter()
            .any(|route| route.first.contains(&id) || route.second.contains(&id))
    };
    let unused: Vec<&str> = channels
        .iter()
        .enumerate()
        .filter(|(place, _)| !on_a_route(ChannelId(*place)))
        .map(|(_, channel)| channel.id.as_str())
        .collect();
    let cure = "no route names this channel; visitors find it in the contact list only";
    report_unused(reader, file, "channels", cure, &|id| !unused.contains(&id));
}
