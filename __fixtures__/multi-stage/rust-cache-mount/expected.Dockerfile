FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/app/target \
    cargo build --release && \
    cp target/release/vault /usr/local/bin/vault

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /usr/local/bin/vault /usr/local/bin/vault
CMD ["vault"]
