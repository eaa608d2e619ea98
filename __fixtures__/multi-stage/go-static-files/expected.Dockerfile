FROM golang:1.24 AS build

WORKDIR /src
COPY . .
RUN go mod download
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /usr/local/bin/catalog ./cmd/catalog

FROM gcr.io/distroless/static-debian13
WORKDIR /src
COPY --from=build /usr/local/bin/catalog /usr/local/bin/catalog
COPY --from=build /src/catalog.yaml /src/catalog.yaml
COPY --from=build /src/static /src/static

# what the pages are served on
EXPOSE 8080
CMD ["/usr/local/bin/catalog", "-config", "catalog.yaml"]
