FROM rust:1.79-bookworm
RUN apt-get update && apt-get install -y ffmpeg git
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["/app/target/release/clip"]
