FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN go build -o /shop .

FROM gcr.io/distroless/static
COPY --from=build /shop /shop
ENTRYPOINT ["/shop"]
