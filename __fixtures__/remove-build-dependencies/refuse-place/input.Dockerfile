FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make && (cd /src && make)
CMD ["/src/tool"]
