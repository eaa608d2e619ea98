FROM golang:1.24-bookworm AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello .

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/hello /app/entrypoint.sh /app/
ENTRYPOINT ["/app/entrypoint.sh"]
CMD ["serve"]
