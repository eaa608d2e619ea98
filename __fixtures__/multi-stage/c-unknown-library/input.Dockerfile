FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc libc6-dev
WORKDIR /src
COPY . .
RUN gcc -o play main.c -L/src/lib -lnoise
CMD ["/src/play"]
