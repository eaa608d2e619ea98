FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN rustup default nightly && cargo +nightly build --release
CMD ["./target/release/lens"]
