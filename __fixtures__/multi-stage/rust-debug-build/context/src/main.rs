#[derive(rust_embed::RustEmbed)]
#[folder = "assets/"]
struct Assets;

fn main() {
    println!("{:?}", Assets::get("index.html").is_some());
}
