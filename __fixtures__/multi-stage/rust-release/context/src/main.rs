use tera::Tera;

static BANNER: &str = include_str!("banner.txt");

#[tokio::main]
async fn main() {
    let pages = Tera::new("templates/**/*").unwrap();
    println!("{BANNER} {pages:?}");
}
