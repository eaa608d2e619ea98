FROM rust:1.79-alpine3.20 AS build
RUN apk add --no-cache musl-dev
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/static-debian13
WORKDIR /app
COPY --from=build /app/target/release/echoer /app/target/release/echoer
CMD ["/app/target/release/echoer"]
