FROM golang:1.24-bookworm
COPY wait-for /usr/bin/wait-for
COPY go.mod main.go /src/
WORKDIR /src
RUN go build -o /usr/local/bin/hello .
CMD wait-for db:5432 && exec hello
