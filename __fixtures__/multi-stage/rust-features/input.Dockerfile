# Only the feature that is not built needs libpq.
FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release --no-default-features --features memory
CMD ["/app/target/release/store"]
