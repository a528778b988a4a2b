//! A list whose selection is an identifier, so that a reload never moves it to another thing.

use std::ops::Range;

use super::scroll::Move;

/// The rows of a list that fit into a height, with the selected one among them.
///
/// `heights` are those of the rows; the window is the last one that starts at the top when the
/// selection fits there, so that short lists never scroll.
#[must_use]
pub fn window(heights: &[u16], selected: usize, room: u16) -> Range<usize> {
    let mut start = 0;
    while start < selected
        && heights.get(start..=selected).is_some_and(|h| h.iter().map(|h| u32::from(*h)).sum::<u32>() > u32::from(room))
    {
        start += 1;
    }
    let mut left = room;
    let end = heights[start.min(heights.len())..]
        .iter()
        .take_while(|h| {
            let fits = left > 0;
            left = left.saturating_sub(**h);
            fits
        })
        .count();
    start..start + end
}

/// Moves a selection among identifiers; returns whether it was asked to move.
///
/// A selection that is gone, or none, counts as the first row.
pub fn step<T: Copy + PartialEq>(ids: &[T], selected: &mut Option<T>, to: Option<Move>, page: usize) -> bool {
    let Some(to) = to else { return false };
    *selected = ids.get(to.from(position(ids, *selected), ids.len().saturating_sub(1), page)).copied();
    true
}

/// The row of the selection; the first when it is gone or there is none.
#[must_use]
pub fn position<T: PartialEq + Copy>(ids: &[T], selected: Option<T>) -> usize {
    selected.and_then(|id| ids.iter().position(|i| *i == id)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_in_the_window() {
        let heights = [1, 2, 3, 1, 1, 4];
        for room in 4..12 {
            for selected in 0..heights.len() {
                let shown = window(&heights, selected, room);
                assert!(shown.contains(&selected), "{selected} in {shown:?}, room {room}");
                assert!(heights[shown.start..=selected].iter().sum::<u16>() <= room);
            }
        }
        assert_eq!(window(&[], 0, 5), 0..0);
    }

    #[test]
    fn a_selection_that_is_gone_counts_as_the_first() {
        let mut selected = Some(9);
        assert!(step(&[1, 2, 3], &mut selected, Some(Move::Down), 10));
        assert_eq!(selected, Some(2));
        assert!(step(&[1, 2, 3], &mut selected, Some(Move::Last), 10));
        assert_eq!(selected, Some(3));
        assert!(!step(&[1, 2, 3], &mut selected, None, 10));
        let mut none: Option<i32> = None;
        assert!(step(&[], &mut none, Some(Move::Down), 10));
        assert_eq!(none, None);
    }
}
