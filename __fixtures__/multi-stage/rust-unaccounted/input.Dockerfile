FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
RUN ./scripts/seed.sh
CMD ["/app/target/release/lamp"]
