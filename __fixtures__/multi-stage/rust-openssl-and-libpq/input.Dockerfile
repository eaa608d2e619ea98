FROM rust:1.79-bookworm
RUN apt-get update && apt-get install -y cmake protobuf-compiler libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["/app/target/release/ledger"]
