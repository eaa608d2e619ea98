FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/hello /app/hello
RUN useradd --uid 1001 app && \
    mkdir -p /var/lib/hello && chown app /var/lib/hello
USER app
CMD ["/app/hello"]
