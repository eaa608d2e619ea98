FROM golang:1.22
WORKDIR src/app
RUN go version
