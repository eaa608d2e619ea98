#[test]
fn pages() {}
