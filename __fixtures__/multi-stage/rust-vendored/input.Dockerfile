FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["/app/target/release/fetcher"]
