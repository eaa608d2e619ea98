# rust-embed reads its folder in a debug build.
FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build
CMD ["./target/debug/pages"]
