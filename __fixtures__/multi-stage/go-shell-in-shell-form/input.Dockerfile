FROM golang:1.25
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY *.go ./
RUN go build -o /usr/local/bin/app .
CMD sh -c "app 2>&1 | tee /tmp/app.log"
