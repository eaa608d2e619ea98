FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/release/fetcher /app/target/release/fetcher
COPY --from=build /usr/lib/*-linux-gnu*/libsqlite3.so.0 /usr/lib/libsqlite3.so.0
CMD ["/app/target/release/fetcher"]
