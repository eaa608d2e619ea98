FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release && cp target/release/kiosk /usr/local/bin

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /usr/local/bin/kiosk /usr/local/bin/kiosk
CMD ["kiosk"]
