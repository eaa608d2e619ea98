# What the build puts into the cache is not in the image.
FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/app/target cargo build --release
CMD ["/app/target/release/vault"]
