//! Keeps labels apart that stand above each other: each as near to its place as the others let it.

/// A label's place along one direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Where its middle would be if it were alone.
    pub middle: f64,
    /// The room that it takes, with what separates it from the next.
    pub size: f64,
}

/// The middles of labels that do not overlap and lie within `room`, in the order of the input, with the least sum of squared
/// distances from their wishes; labels keep the order of their wishes, equal ones that of the input. `None` where the room
/// is too small for all of them.
pub fn apart(wishes: &[Wish], room: [f64; 2]) -> Option<Vec<f64>> {
    let [start, end] = room;
    let total: f64 = wishes.iter().map(|wish| wish.size).sum();
    if total > end - start {
        return None;
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|&a, &b| wishes[a].middle.total_cmp(&wishes[b].middle));
    // With the sizes of all labels before it taken off, each label may be anywhere not before the one before it: what is
    // nearest to wishes under that rule is an isotonic regression, found by pooling neighbours that are out of order.
    let mut offsets = Vec::with_capacity(order.len());
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(order.len());
    let mut before = 0.0;
    for &index in &order {
        let offset = before + wishes[index].size / 2.0;
        offsets.push(offset);
        before += wishes[index].size;
        let mut pool = (wishes[index].middle - offset, 1);
        while let Some(&(mean, count)) = pools.last()
            && mean >= pool.0
        {
            pools.pop();
            let both = count + pool.1;
            pool = ((mean * count as f64 + pool.0 * pool.1 as f64) / both as f64, both);
        }
        pools.push(pool);
    }
    let (first, last) = (start, end - total);
    let shifts = pools.iter().flat_map(|&(mean, count)| std::iter::repeat_n(mean.max(first).min(last), count));
    let mut middles = vec![0.0; wishes.len()];
    for ((&index, offset), shift) in order.iter().zip(offsets).zip(shifts) {
        middles[index] = shift + offset;
    }
    Some(middles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(middles: &[f64], expect: &[f64]) {
        let wishes: Vec<Wish> = middles.iter().map(|&middle| Wish { middle, size: 10.0 }).collect();
        assert_eq!(apart(&wishes, [0.0, 100.0]).as_deref(), Some(expect), "{middles:?}");
    }

    #[test]
    fn labels_move_no_more_than_they_must() {
        check(&[20.0, 80.0], &[20.0, 80.0]);
        check(&[50.0, 52.0], &[46.0, 56.0]);
        check(&[52.0, 50.0], &[56.0, 46.0]);
        check(&[50.0, 50.0, 50.0], &[40.0, 50.0, 60.0]);
        check(&[2.0, 98.0], &[5.0, 95.0]);
        check(&[0.0, 1.0, 20.0], &[5.0, 15.0, 25.0]);
        check(&[], &[]);
    }

    #[test]
    fn too_many_labels_have_no_place() {
        assert_eq!(apart(&[Wish { middle: 0.0, size: 60.0 }; 2], [0.0, 100.0]), None);
    }

    proptest! {
        #[test]
        fn labels_never_overlap(middles in proptest::collection::vec(-50.0..150.0, 0..8), size in 1.0..12.0) {
            let wishes: Vec<Wish> = middles.iter().map(|&middle| Wish { middle, size }).collect();
            let mut places = apart(&wishes, [0.0, 100.0]).unwrap();
            places.sort_by(f64::total_cmp);
            prop_assert!(places.iter().all(|place| (size / 2.0 - 1e-9..=100.0 - size / 2.0 + 1e-9).contains(place)));
            prop_assert!(places.windows(2).all(|pair| pair[1] - pair[0] > size - 1e-9));
        }
    }
}
