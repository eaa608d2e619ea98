FROM golang:1.24-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/hello .
CMD ./hello 2>&1 | tee /var/log/hello.log
