/// Pads the cells of every row so that the columns line up.
pub fn align(rows: &[Vec<&str>]) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i == widths.len() {
                widths.push(0);
            }
            widths[i] = widths[i].max(cell.chars().count());
        }
    }
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths).map(|(c, w)| format!("{c:<w$}", w = *w));
            cells.collect::<Vec<_>>().join("  ").trim_end().to_string()
        })
        .collect()
}

#[test]
fn pads() {
    assert_eq!(align(&[vec!["a", "b"], vec!["ccc", "d"]]), ["a    b", "ccc  d"]);
}
