use std::process::Command;

fn main() {
    Command::new("ffmpeg").arg("-i").arg("in.mp4").status().unwrap();
}
