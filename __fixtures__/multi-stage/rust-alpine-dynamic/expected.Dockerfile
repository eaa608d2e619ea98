FROM rust:1.79-alpine3.20 AS build
RUN apk add --no-cache musl-dev openssl-dev
ENV RUSTFLAGS="-C target-feature=-crt-static"
WORKDIR /app
COPY . .
RUN cargo build --release

FROM alpine:3.20
RUN apk add --no-cache libgcc
WORKDIR /app
COPY --from=build /app/target/release/echoer /app/target/release/echoer
CMD ["/app/target/release/echoer"]
