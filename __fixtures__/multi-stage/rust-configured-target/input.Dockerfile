FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/x86_64-unknown-linux-musl/release/lamp"]
