FROM golang:1.24

WORKDIR /src
COPY . .
RUN go mod download
RUN go build -o /usr/local/bin/catalog ./cmd/catalog

# what the pages are served on
EXPOSE 8080
CMD ["/usr/local/bin/catalog", "-config", "catalog.yaml"]
