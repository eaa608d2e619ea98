FROM golang:1.24-alpine3.22
WORKDIR /app
COPY . .
RUN apk add --no-cache git ca-certificates
RUN go build -o hello
CMD ["/app/hello"]
