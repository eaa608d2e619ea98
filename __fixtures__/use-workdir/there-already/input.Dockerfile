FROM debian:12
WORKDIR /app
COPY . .
RUN cd /app && make install
CMD ["/usr/local/bin/tool"]
