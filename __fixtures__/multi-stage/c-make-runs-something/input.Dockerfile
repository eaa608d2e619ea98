FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make python3
WORKDIR /src
COPY . .
RUN make
CMD ["/src/play"]
