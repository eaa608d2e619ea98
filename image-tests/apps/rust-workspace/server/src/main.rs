//! Turns around the words of whoever asks.

use std::{
    env,
    io::{BufRead, BufReader, Result, Write},
    net::TcpListener,
};

fn main() -> Result<()> {
    let port = env::var("PORT").unwrap_or_else(|_| "8080".to_string());
    let listener = TcpListener::bind(format!("0.0.0.0:{port}"))?;
    for stream in listener.incoming() {
        let mut stream = stream?;
        let mut request = String::new();
        let mut reader = BufReader::new(stream.try_clone()?);
        reader.read_line(&mut request)?;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? <= 2 {
                break;
            }
        }
        let path = request.split(' ').nth(1).unwrap_or("/");
        let body = words::backwards(&path[1..].replace("%20", " "));
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )?;
    }
    Ok(())
}
