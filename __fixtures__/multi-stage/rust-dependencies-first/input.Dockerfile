FROM rust:1.79-bookworm
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && \
    echo "fn main() {}" > src/main.rs && \
    cargo build --release && \
    rm -rf src target/release/deps/depot*
COPY src src
RUN cargo build --release
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
ENTRYPOINT ["./target/release/depot"]
