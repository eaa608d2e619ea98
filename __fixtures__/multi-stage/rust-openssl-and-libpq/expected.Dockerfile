FROM rust:1.79-bookworm AS build
RUN apt-get update && apt-get install -y cmake protobuf-compiler libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y libssl3 libpq5 ca-certificates && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/release/ledger /app/target/release/ledger
CMD ["/app/target/release/ledger"]
