//! The page of a house, a vehicle, a room or a key: what it is, who has it, who will, and who had it.

mod said;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Msg;
use crate::domain::act::{Act, RecordAct};
use crate::domain::collective::Listed;
use crate::domain::prepared::AssetFile;
use crate::domain::record::{ASSET, AssetKind, BOOKING, Booking, Values};
use crate::domain::rights::Right;
use crate::protocol::{Kept, Page, Query};
use crate::ui::form::booking::BookingForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::tenant::TenantForm;
use crate::ui::form::who_had::WhoHadForm;
use crate::ui::register::remove;
use crate::ui::widget::dialog;
use crate::ui::widget::parts;
use crate::ui::widget::scroll::Move;
use crate::ui::{Ask, Cx, Outcome};

/// Rows that a page key moves by.
const PAGE: usize = 10;

/// What is not asked for when a vehicle comes back.
pub(super) const RETURNED: &[&str] =
    &["asset", "stay", "tenant", "whom", "from_day", "from_minute", "places", "follows", "lost", "note"];

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What it is.
    Asset,
    /// A booking, by its number.
    Booking(i64),
}

/// What has come of it.
#[derive(Debug)]
enum Known {
    NotYet,
    /// There is no such thing.
    Gone,
    File(Box<AssetFile>),
}

/// The page as a dialog.
#[derive(Debug)]
pub struct AssetLayer {
    asset: i64,
    known: Known,
    on: Option<Part>,
}

impl AssetLayer {
    /// Opens it.
    #[must_use]
    pub const fn new(asset: i64) -> Self {
        Self { asset, known: Known::NotYet, on: None }
    }

    /// What it needs.
    #[must_use]
    pub const fn query(&self) -> Query {
        Query::Asset(self.asset)
    }

    /// Takes what is known of it.
    pub fn receive(&mut self, page: &Page) {
        if let Page::Asset(known) = page
            && known.as_ref().is_none_or(|known| known.asset.what.id == self.asset)
        {
            self.known = known.clone().map_or(Known::Gone, Known::File);
        }
    }

    fn file(&self) -> Option<&AssetFile> {
        if let Known::File(file) = &self.known { Some(file) } else { None }
    }

    /// What it is, its bookings now and ahead in their order, then those of the past, the newest first.
    fn parts(&self, cx: &Cx) -> Vec<Part> {
        let Some(file) = self.file() else { return Vec::new() };
        let (ahead, past) = said::split(file, cx);
        let bookings = ahead.iter().chain(&past).map(|booking| Part::Booking(booking.row.id));
        std::iter::once(Part::Asset).chain(bookings).collect()
    }

    fn at(&self, parts: &[Part]) -> usize {
        parts.iter().position(|part| Some(*part) == self.on).unwrap_or(0)
    }

    fn booking(&self, part: Part) -> Option<&Listed<Booking>> {
        let Part::Booking(id) = part else { return None };
        self.file()?.bookings.iter().find(|booking| booking.row.id == id)
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if matches!(key.code, KeyCode::Esc | KeyCode::Left) {
            return Outcome::Cancelled;
        }
        let parts = self.parts(cx);
        let Some(on) = parts.get(self.at(&parts)).copied() else { return Outcome::Stayed };
        let ask = match key.code {
            KeyCode::Enter | KeyCode::Right => self.open(on, cx),
            KeyCode::Char(' ') => self.back(on, cx),
            KeyCode::Char('a') => {
                self.file().map(|file| Ask::open(BookingForm::new(&file.asset.what, (cx.now.day, None), cx)))
            }
            KeyCode::Char('e') => self.open(Part::Asset, cx),
            KeyCode::Char('q') => self.file().map(|file| Ask::open(WhoHadForm { file: file.clone() })),
            KeyCode::Char('x') | KeyCode::Delete => self.remove(on),
            KeyCode::Char('k') => return self.moves(Move::Up, &parts),
            KeyCode::Char('j') => return self.moves(Move::Down, &parts),
            _ => match Move::of(key) {
                Some(to) => return self.moves(to, &parts),
                None => return Outcome::Ignored,
            },
        };
        ask.map_or(Outcome::Stayed, |ask| Outcome::Asks(vec![ask]))
    }

    fn moves(&mut self, to: Move, parts: &[Part]) -> Outcome<Vec<Ask>> {
        let at = to.from(self.at(parts), parts.len().saturating_sub(1), PAGE);
        self.on = parts.get(at).copied();
        Outcome::Stayed
    }

    /// The form of what one stands on; what an occupant has is changed where it was agreed.
    fn open(&self, on: Part, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        let Some(booking) = self.booking(on) else {
            if !cx.may(Right::Rota) {
                return Some(Ask::tell(cx.not_yours(Right::Rota)));
            }
            return Some(Ask::open(RecordForm::new(&ASSET, Some(file.asset.row.clone()))));
        };
        let tenant = file.tenants.iter().find(|tenant| Some(tenant.what.id) == booking.what.tenant);
        Some(match tenant {
            Some(_) if !cx.may(Right::Rota) => Ask::tell(cx.not_yours(Right::Rota)),
            Some(tenant) => TenantForm::open(Some(tenant.row.clone()), None, std::slice::from_ref(&file.asset.row), cx),
            None => Ask::open(BookingForm::of(&file.asset.what, booking.row.clone(), cx)),
        })
    }

    /// Notes the return: of a vehicle with its kilometres and its damage, of a key that it is back.
    fn back(&self, on: Part, cx: &Cx) -> Option<Ask> {
        let file = self.file()?;
        let booking = self.booking(on)?;
        match file.asset.what.kind {
            AssetKind::Vehicle => {
                let form = RecordForm::new(&BOOKING, Some(booking.row.clone())).on(Values::default(), RETURNED);
                Some(Ask::open(form.about(cx.t("booking-return"))))
            }
            AssetKind::Key if booking.what.times.to_day.is_some() => Some(Ask::tell(Msg::new("key-is-back"))),
            AssetKind::Key => {
                let mut back = booking.what.clone();
                (back.times.to_day, back.times.to_minute) =
                    (Some(cx.now.day), cx.now.minute.max(back.times.from_minute + 1));
                let put = Act::Record(RecordAct::Put(&BOOKING, Some(booking.row.id), back.values()));
                Some(Ask::on(&Kept::record(&BOOKING, &booking.row), put))
            }
            AssetKind::House | AssetKind::Room => self.open(on, cx),
        }
    }

    fn remove(&self, on: Part) -> Option<Ask> {
        let booking = self.booking(on)?;
        if booking.what.tenant.is_some() {
            return Some(Ask::tell(Msg::new("booking-of-a-tenant")));
        }
        let question = Msg::new("booking-remove").with("from", booking.what.times.from_day);
        Some(Ask::Confirm { question, yes: vec![remove(&BOOKING, &booking.row)], danger: false })
    }

    /// Draws it over the whole area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let id = match &self.known {
            Known::File(file) => {
                let inner = dialog::open(&said::title(file, cx), area, buf, cx.look);
                let parts = self.parts(cx);
                let on = parts.get(self.at(&parts)).copied();
                return parts::draw(said::rows(file, cx), on, &cx.t("asset-foot"), inner, buf, cx.look);
            }
            Known::NotYet => "register-loading",
            Known::Gone => "store-gone",
        };
        dialog::open(&cx.t(id), dialog::middle(area, 50, 3), buf, cx.look);
        None
    }
}
