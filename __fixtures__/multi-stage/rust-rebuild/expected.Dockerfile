FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo rustc --release --bin lamp -- -C target-feature=+crt-static -C strip=symbols

FROM scratch
WORKDIR /app
COPY --from=build /app/target/release/lamp /app/target/release/lamp
ENTRYPOINT ["/app/target/release/lamp"]
