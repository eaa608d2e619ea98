FROM debian:12-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates golang \
    && rm -rf /var/lib/apt/lists/*
RUN go install example.com/shop@v1.2.3 && ln -s ~/go/bin/shop /usr/local/bin/shop
CMD ["shop"]
