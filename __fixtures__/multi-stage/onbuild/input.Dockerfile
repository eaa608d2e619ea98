FROM golang:1.24
WORKDIR /app
ONBUILD COPY . .
RUN go build -o /hello
CMD ["/hello"]
