fn main() {
    println!("{:?}", config::File::with_name("Settings"));
}
