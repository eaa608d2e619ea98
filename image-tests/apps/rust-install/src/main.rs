//! Writes numbers as the Romans did.

use std::{env, process::ExitCode};

const NUMERALS: [(u32, &str); 13] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
];

fn roman(number: u32) -> String {
    let mut rest = number;
    let mut written = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            written.push_str(numeral);
            rest -= value;
        }
    }
    written
}

fn main() -> ExitCode {
    for given in env::args().skip(1) {
        match given.parse::<u32>() {
            Ok(number) if (1..4000).contains(&number) => println!("{number} {}", roman(number)),
            _ => {
                eprintln!("roman: not a number from 1 to 3999: {given}");
                return ExitCode::from(4);
            }
        }
    }
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes() {
        assert_eq!(super::roman(1994), "MCMXCIV");
    }
}
