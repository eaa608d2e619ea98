FROM rust:1.79-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release --bin migrate && cargo build --release --bin serve
RUN chmod +x start.sh

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/target/release/serve /app/target/release/migrate /app/target/release/
COPY --from=build /app/start.sh /app/start.sh
ENTRYPOINT ["./start.sh"]
CMD ["--port", "80"]
