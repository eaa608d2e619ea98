FROM rust:1.79-bookworm AS build
WORKDIR /work
COPY . .
RUN cargo build --release --package api
RUN cp target/release/api /usr/local/bin/

FROM gcr.io/distroless/cc-debian12
COPY --from=build /usr/local/bin/api /usr/local/bin/api
WORKDIR /data
CMD ["api", "--port", "3000"]
