# Rocket reads Rocket.toml and templates/, dotenv reads .env; no source names them.
FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/release/letters /app/target/release/letters
COPY --from=build /app/.env /app/Rocket.toml /app/
COPY --from=build /app/templates /app/templates
CMD ["./target/release/letters"]
