FROM golang:1.22
WORKDIR /src
COPY . .
RUN go mod download
RUN CGO_ENABLED=0 go build -o /app . && go clean -cache -modcache
CMD ["/app"]
