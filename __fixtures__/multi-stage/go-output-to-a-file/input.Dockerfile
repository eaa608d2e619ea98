FROM golang:1.24
WORKDIR /app
COPY . .
RUN go list -m all > modules.txt
RUN go build -o app .
CMD ["./app"]
