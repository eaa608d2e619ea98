FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build
CMD ["cargo", "run", "--release"]
