FROM rust:1.80 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \
    cargo build --release
FROM debian:12-slim
COPY --from=build /src/target/release/app /app
CMD ["/app"]
