FROM golang:1.24
WORKDIR /app
COPY main.go go.mod ./
RUN go build -o server .
CMD ["sh", "/app/run.sh"]
