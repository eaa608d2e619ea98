FROM golang:1.24-bookworm
RUN git clone https://git.example.com/hello /src && cd /src && go build -o /usr/local/bin/hello .
HEALTHCHECK CMD ["sh", "/go/health.sh"]
CMD ["hello"]
