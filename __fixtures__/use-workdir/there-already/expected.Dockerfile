FROM debian:12
WORKDIR /app
COPY . .
RUN make install
CMD ["/usr/local/bin/tool"]
