FROM golang:1.24
COPY . .
RUN go mod download
CMD ["go", "run", "."]
