# Rocket reads Rocket.toml and templates/, dotenv reads .env; no source names them.
FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/letters"]
