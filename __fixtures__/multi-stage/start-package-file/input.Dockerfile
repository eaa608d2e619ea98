FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/hello .
RUN apt-get update && apt-get install -y ./tools/helper.deb
CMD exec ./hello
