FROM golang:1.24
ENV GO111MODULE=auto
WORKDIR /go/src/app
COPY main.go .
RUN go mod init app && go mod tidy
RUN go build -o app .
CMD ["./app"]
