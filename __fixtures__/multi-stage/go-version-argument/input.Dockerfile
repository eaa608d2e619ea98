ARG GO_VERSION=1.24
FROM --platform=linux/amd64 golang:${GO_VERSION}
WORKDIR /app
COPY . .
RUN go build .
CMD ["/app/hello"]
