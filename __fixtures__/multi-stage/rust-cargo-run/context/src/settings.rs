pub const PATH: &str = "config/door.toml";
