FROM golang:1.24-alpine
WORKDIR /app
COPY . .
RUN go build -o /go/bin/migrate ./cmd/migrate
RUN go build -o /app/server ./cmd/server
ENTRYPOINT ["./start.sh"]
