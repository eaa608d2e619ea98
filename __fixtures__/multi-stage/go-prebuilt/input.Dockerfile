FROM golang:1.24
COPY server /usr/local/bin/server
CMD ["server"]
