FROM golang:1.24
WORKDIR /app
COPY . .
RUN go run ./gen > prices.json
RUN go build -o app .
CMD ["./app"]
