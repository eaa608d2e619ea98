FROM rust:1.91
WORKDIR /src
COPY . .
RUN cargo build --release
CMD ["/src/target/release/shop"]
