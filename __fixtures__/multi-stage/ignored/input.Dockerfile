# dockopt ignore=multi-stage
FROM golang:1.24
WORKDIR /app
COPY . .
RUN go build -o /hello
CMD ["/hello"]
