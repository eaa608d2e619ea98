FROM rust:1.80
COPY . .
RUN cargo build --release && rm -rf /usr/local/cargo/registry
CMD ["./target/release/app"]
