# Without a build context; the start command tells of one file.
FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make libc6-dev
COPY . /kite
WORKDIR /kite
RUN ./configure && make
CMD ["src/kite", "-c", "/kite/etc/kite.conf"]
