//! What happened to a job: events with the day they happened and the status they brought, each of
//! which can be changed and taken back. Events are kept by an id, so that two copies of a job can be
//! put together without losing or doubling one.

use super::clock::Moment;
use super::status::Status;

/// The events of a job, by when they happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    events: Vec<Event>,
}

/// Something that happened to a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What it is known by within its job: small letters and digits.
    pub id: String,
    /// When it happened, as the person says.
    pub at: Moment,
    /// The status it brought.
    pub status: Status,
    /// Taken back by the person; kept so that it is also taken back in another copy of the job.
    pub removed: bool,
    /// When the person last changed it.
    pub changed: Moment,
}

impl History {
    /// A history that begins with `status` at `now`.
    #[must_use]
    pub fn new(status: Status, now: Moment) -> Self {
        let mut history = Self::default();
        history.insert(Event {
            id: "0".into(),
            at: now,
            status,
            removed: false,
            changed: now,
        });
        history
    }

    /// The events that hold, the oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().filter(|event| !event.removed)
    }

    /// All events, those taken back too.
    #[must_use]
    pub fn all(&self) -> &[Event] {
        &self.events
    }

    /// Puts an event in its place; one with the same id is replaced.
    pub fn insert(&mut self, event: Event) {
        self.events.retain(|other| other.id != event.id);
        let key = |e: &Event| (e.at, e.changed);
        let place = self
            .events
            .iter()
            .position(|other| (key(other), &other.id) > (key(&event), &event.id));
        let place = place.unwrap_or(self.events.len());
        self.events.insert(place, event);
    }

    /// The status of the last event that holds.
    #[must_use]
    pub fn status(&self) -> Status {
        self.iter().last().map_or(Status::Saved, |e| e.status)
    }

    /// When the person last changed it.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.events.iter().map(|event| event.changed).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, at: i64, status: Status) -> Event {
        Event {
            id: id.into(),
            at: Moment(at),
            status,
            removed: false,
            changed: Moment(at),
        }
    }

    #[test]
    fn events_stand_by_when_they_happened() {
        let mut history = History::new(Status::Saved, Moment(10));
        history.insert(event("b", 30, Status::Interview));
        history.insert(event("a", 20, Status::Applied));
        let order = |h: &History| h.iter().map(|e| e.id.clone()).collect::<String>();
        assert_eq!(order(&history), "0ab");
        assert_eq!(history.status(), Status::Interview);

        // Backdated before it was saved, and one taken back.
        history.insert(event("a", 5, Status::Applied));
        let mut taken_back = event("b", 30, Status::Interview);
        (taken_back.removed, taken_back.changed) = (true, Moment(40));
        history.insert(taken_back);
        assert_eq!(order(&history), "a0");
        assert_eq!(history.all().len(), 3);
        assert_eq!(history.status(), Status::Saved);
        assert_eq!(history.last_change(), Some(Moment(40)));
    }
}
