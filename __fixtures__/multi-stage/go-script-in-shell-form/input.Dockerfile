FROM golang:1.25
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY *.go start.sh ./
RUN go build -o /usr/local/bin/app .
CMD ./start.sh
