FROM golang:1.24-alpine3.21
WORKDIR /app
COPY . .
RUN apk add --no-cache 'tini>=0.19' && go build -o /app/hello .
ENTRYPOINT ["/sbin/tini", "--"]
CMD ["sh", "-c", "exec ./hello"]
