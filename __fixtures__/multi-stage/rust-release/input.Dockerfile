FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
# The processor of the build machine is the one it runs on.
ENV RUSTFLAGS="-C target-cpu=native"
RUN cargo build --release
ENV RUST_LOG=info
EXPOSE 8080
CMD ["./target/release/shelf"]
