FROM golang:1.25

LABEL a="b"
EXPOSE 8080
EXPOSE 8081

WORKDIR /app
COPY . .
RUN go build -o app
CMD ["/app/app"]
