FROM golang:1.24-trixie
WORKDIR /app
COPY . .
RUN go build -o /app/hello . && adduser --system --group app
USER app
CMD ["sh", "-c", "exec ./hello"]
