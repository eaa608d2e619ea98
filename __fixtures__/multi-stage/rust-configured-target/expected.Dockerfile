FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM scratch
WORKDIR /app
COPY --from=build /app/target/x86_64-unknown-linux-musl/release/lamp /app/target/x86_64-unknown-linux-musl/release/lamp
COPY --from=build /app/Settings.toml /app/Settings.toml
CMD ["./target/x86_64-unknown-linux-musl/release/lamp"]
