ARG GO_VERSION=1.24
FROM --platform=linux/amd64 golang:${GO_VERSION} AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" .

FROM --platform=linux/amd64 gcr.io/distroless/static-debian13
WORKDIR /app
COPY --from=build /app/hello /app/hello
CMD ["/app/hello"]
