FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/hello .
RUN useradd --uid 1001 app && \
    mkdir -p /var/lib/hello && chown app /var/lib/hello
USER app
CMD ["/app/hello"]
