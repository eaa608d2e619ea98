FROM golang:1.24
WORKDIR /app
COPY . .
SHELL ["/usr/bin/python3", "-c"]
RUN print("hello")
SHELL ["/bin/sh", "-c"]
RUN go build -o /hello
CMD ["/hello"]
