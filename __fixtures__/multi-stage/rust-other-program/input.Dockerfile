FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release --bin worker
CMD ["/app/target/release/server"]
