# Only the feature that is not built needs libpq.
FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release --no-default-features --features memory

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/release/store /app/target/release/store
CMD ["/app/target/release/store"]
