FROM golang:1.24 AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o app .

FROM scratch
WORKDIR /app
COPY --from=build /app/app /app/app
COPY --from=build /app/posts /app/posts
CMD ["./app"]
