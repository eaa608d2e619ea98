FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY --from=example.com/checks:1 /health.sh /opt/health.sh
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/hello /app/hello
COPY --from=build /opt/health.sh /opt/health.sh
HEALTHCHECK CMD ["sh", "/opt/health.sh"]
CMD ["/app/hello"]
