FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release && cp target/release/kiosk /usr/local/bin
CMD ["kiosk"]
