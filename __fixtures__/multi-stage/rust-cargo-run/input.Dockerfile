FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
# Cargo finds that nothing has changed.
CMD cargo run --release -- --verbose
