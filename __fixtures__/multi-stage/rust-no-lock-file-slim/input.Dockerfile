# There is nothing to link to in this image.
FROM rust:1.79-slim-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["./target/release/probe"]
