FROM golang:1.24-trixie AS build
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /app/hello . && adduser --system --group app

FROM debian:trixie-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends adduser && \
    rm -rf /var/lib/apt/lists/*
RUN adduser --system --group app
WORKDIR /app
COPY --from=build /app/hello /app/hello
USER app
CMD ["sh", "-c", "exec ./hello"]
