FROM golang:1.24-bookworm
WORKDIR /app
COPY --from=example.com/checks:1 /health.sh /opt/health.sh
COPY . .
RUN go build -o /app/hello .
HEALTHCHECK CMD ["sh", "/opt/health.sh"]
CMD ["/app/hello"]
