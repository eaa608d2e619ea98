# There is nothing to link to in this image.
FROM rust:1.79-slim-bookworm AS build
WORKDIR /app
COPY . .
RUN cargo build --release

FROM gcr.io/distroless/cc-debian12
WORKDIR /app
COPY --from=build /app/target/release/probe /app/target/release/probe
CMD ["./target/release/probe"]
