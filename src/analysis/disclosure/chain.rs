//! Which counts along a curve may stand beside each other.

/// A count along a curve, and how much it is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// What has happened by then, one number of each kind; they are compared with those of the link before.
    pub(super) counts: Vec<i64>,
    /// How much it is wanted.
    pub(super) weight: u64,
    /// Whether it may stand at all.
    pub(super) allowed: bool,
}

/// The links that may be told so that from each to the next nothing small has happened, the heaviest choice.
///
/// # Definition
/// A choice begins at 0. The difference of each number from that of the link chosen before is 0, or larger than
/// `threshold` either way. Of all such choices that of the largest weight is taken; among equals, the earlier links.
pub(super) fn heaviest(links: &[Link], threshold: u64) -> Vec<bool> {
    let safe = |from: Option<&Link>, to: &Link| {
        to.counts.iter().enumerate().all(|(index, count)| {
            let before = from.map_or(0, |link| link.counts[index]);
            let change = count.abs_diff(before);
            change == 0 || change > threshold
        })
    };
    // The best choice that ends at a link: its weight, and the link before.
    let mut best: Vec<Option<(u64, Option<usize>)>> = Vec::new();
    for (index, link) in links.iter().enumerate() {
        let mut found = (link.allowed && safe(None, link)).then_some((link.weight, None));
        for before in 0..index {
            if let Some((weight, _)) =
                best[before].filter(|_| link.allowed && safe(Some(&links[before]), link))
            {
                let total = weight + link.weight;
                if found.is_none_or(|(other, _)| total > other) {
                    found = Some((total, Some(before)));
                }
            }
        }
        best.push(found);
    }
    let mut chosen = vec![false; links.len()];
    let weight = |index: &usize| best[*index].map_or(0, |(weight, _)| weight);
    let last = (0..links.len())
        .filter(|index| best[*index].is_some())
        .reduce(|best_so_far, index| if weight(&index) > weight(&best_so_far) { index } else { best_so_far });
    let mut at = last;
    while let Some(index) = at {
        chosen[index] = true;
        at = best[index].and_then(|(_, before)| before);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(counts: &[i64]) -> Vec<Link> {
        counts.iter().map(|count| Link { counts: vec![*count], weight: 1, allowed: true }).collect()
    }

    #[test]
    fn small_steps_are_passed_over() {
        assert_eq!(heaviest(&links(&[0, 4, 12, 15, 30]), 10), [true, false, true, false, true]);
        assert_eq!(heaviest(&links(&[3, 7]), 10), [false, false]);
        assert_eq!(heaviest(&links(&[11, 11, 20, 22]), 10), [true, true, false, true]);
    }

    #[test]
    fn what_is_wanted_more_wins() {
        let mut wanted = links(&[12, 20]);
        wanted[1].weight = 5;
        assert_eq!(heaviest(&wanted, 10), [false, true]);
    }

    #[test]
    fn no_choice_is_heavier() {
        // Every subset of every short row of counts.
        for code in 0..6_i64.pow(4) {
            let counts: Vec<i64> = (0..4)
                .scan(0, |sum, at| {
                    *sum += code / 6_i64.pow(at) % 6;
                    Some(*sum)
                })
                .collect();
            let row = links(&counts);
            let chosen = heaviest(&row, 2).into_iter().filter(|kept| *kept).count();
            let most = (0..16_u32)
                .filter(|subset| {
                    let kept = (0..4_u32).filter(|at| subset >> at & 1 == 1).map(|at| counts[at as usize]);
                    let mut before = 0;
                    kept.fold(true, |safe, count| {
                        let change = count - before;
                        before = count;
                        safe && (change == 0 || change > 2)
                    })
                })
                .map(u32::count_ones)
                .max();
            assert_eq!(u32::try_from(chosen).ok(), most, "{counts:?}");
        }
    }
}
