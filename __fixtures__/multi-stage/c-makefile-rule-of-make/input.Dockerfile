FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make libc6-dev
WORKDIR /src
COPY play.c .
RUN make play
CMD ["./play"]
