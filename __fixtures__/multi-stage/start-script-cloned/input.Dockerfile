FROM golang:1.24-bookworm
COPY entrypoint.sh /
RUN git clone https://git.example.com/hello /src && cd /src && go build -o /usr/local/bin/hello . && chmod +x /entrypoint.sh
ENTRYPOINT ["/entrypoint.sh"]
