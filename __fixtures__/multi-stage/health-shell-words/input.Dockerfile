FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/hello .
HEALTHCHECK CMD ["sh", "-c", "curl -fsS http://localhost:8080/ || exit 1"]
CMD ["/app/hello"]
