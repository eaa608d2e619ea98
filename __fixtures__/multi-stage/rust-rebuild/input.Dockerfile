FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
ENTRYPOINT ["/app/target/release/lamp"]
