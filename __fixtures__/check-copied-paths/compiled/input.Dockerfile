FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build -o shop .

FROM gcr.io/distroless/base-debian13
COPY --from=build shop /shop
