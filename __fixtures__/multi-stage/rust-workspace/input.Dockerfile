FROM rust:1.79-bookworm
WORKDIR /work
COPY . .
RUN cargo build --release --package api
RUN cp target/release/api /usr/local/bin/
WORKDIR /data
CMD api --port 3000
