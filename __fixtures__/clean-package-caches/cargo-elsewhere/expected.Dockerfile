FROM debian:12
COPY . .
RUN cargo build --release && rm -rf "${CARGO_HOME:-$HOME/.cargo}/registry"
CMD ["./target/release/app"]
