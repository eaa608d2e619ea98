FROM rust:1.79 AS build
RUN rustup target add x86_64-unknown-linux-musl
WORKDIR /app
COPY . .
RUN cargo build --release --target x86_64-unknown-linux-musl

FROM scratch
WORKDIR /app
COPY --from=build /app/target/x86_64-unknown-linux-musl/release/echoer /app/target/x86_64-unknown-linux-musl/release/echoer
ENTRYPOINT ["/app/target/x86_64-unknown-linux-musl/release/echoer"]
