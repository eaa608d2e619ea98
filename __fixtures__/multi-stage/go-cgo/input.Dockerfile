FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o notes .
EXPOSE 8080
CMD ["./notes"]
