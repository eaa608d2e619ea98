FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
# The processor of the build machine is the one it runs on.
ENV RUSTFLAGS="-C target-cpu=native"
RUN cargo build --release

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/release/shelf /app/target/release/shelf
COPY --from=build /app/templates /app/templates
ENV RUST_LOG=info
EXPOSE 8080
CMD ["./target/release/shelf"]
