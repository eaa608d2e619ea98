//! Words, turned around.

/// The words of a text in the other order.
pub fn backwards(text: &str) -> String {
    text.split_whitespace().rev().collect::<Vec<_>>().join(" ")
}
