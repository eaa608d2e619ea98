FROM golang:1.24 AS build
ENV GO111MODULE=auto
WORKDIR /go/src/app
COPY main.go .
RUN go mod init app && go mod tidy
RUN go build -trimpath -ldflags="-s -w" -o app .

FROM gcr.io/distroless/base-nossl-debian13
WORKDIR /go/src/app
COPY --from=build /go/src/app/app /go/src/app/app
CMD ["./app"]
