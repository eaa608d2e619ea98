FROM golang:1.25
WORKDIR /src
COPY . .
RUN go build -ldflags "-X main.version=$(git describe --tags)" -o /app .
