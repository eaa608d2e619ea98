//! Serves what is known of birds, from a folder of text files.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
};

fn answer(folder: &PathBuf, path: &str) -> (u16, String) {
    if path == "/" {
        let mut names: Vec<String> = fs::read_dir(folder)
            .map(|entries| {
                entries
                    .flatten()
                    .map(|entry| entry.file_name().to_string_lossy().replace(".txt", ""))
                    .collect()
            })
            .unwrap_or_default();
        names.sort();
        return (200, names.join("\n") + "\n");
    }
    let name = path.trim_start_matches('/');
    if !name.chars().all(|c| c.is_ascii_lowercase()) {
        return (400, "no such name\n".into());
    }
    match fs::read_to_string(folder.join(name).with_extension("txt")) {
        Ok(text) => (200, text),
        Err(_) => (404, format!("{name} is unknown\n")),
    }
}

fn serve(folder: &PathBuf, mut stream: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let (status, body) = answer(folder, request.split(' ').nth(1).unwrap_or("/"));
    write!(
        stream,
        "HTTP/1.1 {status} -\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::var("BIRDS").unwrap_or_else(|_| "data".into()));
    let listener = TcpListener::bind("0.0.0.0:7000")?;
    println!("listening");
    for stream in listener.incoming() {
        if let Err(error) = serve(&folder, stream?) {
            eprintln!("{error}");
        }
    }
    Ok(())
}
