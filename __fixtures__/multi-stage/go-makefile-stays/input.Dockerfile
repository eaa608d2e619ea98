FROM golang:1.25-alpine
WORKDIR /app
COPY . /app
RUN go build -o app
ENTRYPOINT ["/app/app"]
