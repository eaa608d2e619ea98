FROM golang:1.24 AS build
WORKDIR /app
COPY . .
RUN go build -trimpath -ldflags="-s -w" -buildmode=pie -o app .

FROM gcr.io/distroless/base-nossl-debian13
WORKDIR /app
COPY --from=build /app/app /app/app
CMD ["./app"]
