FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y git vim
RUN go build -o hello
CMD ["/app/hello"]
