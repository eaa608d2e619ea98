FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential wget
RUN wget https://example.org/queue-1.2.tar.gz && tar xzf queue-1.2.tar.gz
RUN cd queue-1.2 && ./configure --prefix=/usr && make && make install
CMD ["queue-server", "--port", "7000"]
