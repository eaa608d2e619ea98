FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/hello .
HEALTHCHECK --interval=30s CMD ["/app/health.sh"]
CMD ["/app/hello"]
