FROM debian:12
COPY . .
RUN cargo build --release
CMD ["./target/release/app"]
