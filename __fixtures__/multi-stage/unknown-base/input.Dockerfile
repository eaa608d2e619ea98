FROM registry.example.com/team/go-builder:7
WORKDIR /app
COPY . .
RUN go build -o hello
CMD ["/app/hello"]
