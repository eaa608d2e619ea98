# rust-embed reads its folder in a debug build.
FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/debug/pages /app/target/debug/pages
COPY --from=build /app/assets /app/assets
CMD ["./target/debug/pages"]
