FROM rust:1.79-bookworm
WORKDIR /app
COPY . .
RUN cargo build --release --bin migrate && cargo build --release --bin serve
RUN chmod +x start.sh
ENTRYPOINT ["./start.sh"]
CMD ["--port", "80"]
