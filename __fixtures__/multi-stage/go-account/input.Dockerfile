FROM golang:1.24-bookworm
RUN groupadd -g 1001 app && useradd -u 1001 -g app app
WORKDIR /app
COPY --chown=app:app . .
RUN mkdir -p /app/uploads && chown app:app /app/uploads
RUN go build -o /app/hello .
USER app
CMD ["/app/hello"]
