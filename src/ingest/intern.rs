//! Distinct texts and their numbers.
//!
//! `std`'s hash maps are not used because their order reaches outputs. This index has no order of
//! its own: texts are numbered as they come and sorted at the end.

/// Numbers distinct texts from 0 in the order in which they come.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interner {
    texts: Vec<Box<str>>,
    hashes: Vec<u64>,
    /// Open addressing; 0 is free, else the number of a text plus 1.
    slots: Vec<u32>,
}

impl Interner {
    /// The number of this text.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(text.as_bytes());
        let mask = self.slots.len() - 1;
        let mut slot = fold(hash) & mask;
        loop {
            match self.slots[slot] {
                0 => {
                    self.texts.push(text.into());
                    self.hashes.push(hash);
                    let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
                    self.slots[slot] = number;
                    return number - 1;
                }
                taken => {
                    let index = taken as usize - 1;
                    if self.hashes[index] == hash && &*self.texts[index] == text {
                        return taken - 1;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The texts in the order of their numbers.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// The texts in sorted order, and for each number the place of its text among them.
    pub(crate) fn into_sorted(self) -> (Vec<String>, Vec<u32>) {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.sort_unstable_by(|&a, &b| self.texts[a].cmp(&self.texts[b]));
        let mut place = vec![0; order.len()];
        for (rank, &number) in (0_u32..).zip(&order) {
            place[number] = rank;
        }
        let mut texts: Vec<Option<Box<str>>> = self.texts.into_iter().map(Some).collect();
        let sorted = order.iter().filter_map(|&number| texts[number].take()).map(String::from).collect();
        (sorted, place)
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots = vec![0; size];
        for (number, &hash) in (1_u32..).zip(&self.hashes) {
            let mut slot = fold(hash) & (size - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = number;
        }
    }
}

/// A multiplicative hash, eight bytes at a time. Only speed depends on it, never a result.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = (bytes.len() as u64).wrapping_mul(FACTOR);
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state.rotate_left(25) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    state ^ (state >> 29)
}

#[expect(clippy::cast_possible_truncation, reason = "the low bits are what is wanted")]
fn fold(hash: u64) -> usize {
    (hash ^ (hash >> 32)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_numbered_once_and_sorted_at_the_end() {
        let mut interner = Interner::default();
        let numbers: Vec<u32> =
            ["b", "a", "", "b", "c", "a"].iter().map(|text| interner.number(text)).collect();
        assert_eq!(numbers, [0, 1, 2, 0, 3, 1]);
        let (sorted, place) = interner.into_sorted();
        assert_eq!(sorted, ["", "a", "b", "c"]);
        assert_eq!(place, [2, 1, 0, 3]);
    }

    #[test]
    fn many_texts_keep_their_numbers() {
        let mut interner = Interner::default();
        for number in 0..5000_u32 {
            assert_eq!(interner.number(&format!("S{number}")), number);
        }
        for number in 0..5000_u32 {
            assert_eq!(interner.number(&format!("S{number}")), number);
        }
    }
}
