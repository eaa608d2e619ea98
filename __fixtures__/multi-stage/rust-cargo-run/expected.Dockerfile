FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/release/door /app/target/release/door
COPY --from=build /app/config /app/config
# Cargo finds that nothing has changed.
CMD ["/app/target/release/door", "--verbose"]
