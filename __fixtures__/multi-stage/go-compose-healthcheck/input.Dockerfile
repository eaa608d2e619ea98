FROM golang:1.25
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /usr/local/bin/shop .
# compose.yaml checks its health with curl.
ENTRYPOINT ["shop"]
