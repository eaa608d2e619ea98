FROM rust:1.79-bookworm AS build
RUN apt-get update && apt-get install -y ffmpeg git
WORKDIR /app
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y ffmpeg && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/target/release/clip /app/target/release/clip
CMD ["/app/target/release/clip"]
