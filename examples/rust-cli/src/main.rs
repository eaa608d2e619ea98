mod align;

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    match std::env::args().nth(1).as_deref() {
        Some("--help") => {
            println!("usage: columns [FILE]\nAligns comma-separated columns.");
            return Ok(());
        }
        Some(file) => text = std::fs::read_to_string(file)?,
        None => {
            std::io::stdin().read_to_string(&mut text)?;
        }
    }
    let rows: Vec<Vec<&str>> = text.lines().map(|l| l.split(',').collect()).collect();
    for line in align::align(&rows) {
        println!("{line}");
    }
    Ok(())
}
