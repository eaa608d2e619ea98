FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /shop .

FROM gcr.io/distroless/static
COPY --from=build /shop /shop
ENTRYPOINT ["/shop"]
