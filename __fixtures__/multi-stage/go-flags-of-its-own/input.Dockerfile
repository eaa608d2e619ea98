FROM golang:1.24
WORKDIR /app
COPY . .
RUN go build -ldflags "all=-w" -o app .
CMD ["./app"]
