FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc libc6-dev
WORKDIR /src
COPY . .
RUN gcc -shared -fPIC -o /usr/local/lib/libtune.so tune.c && gcc -o /usr/local/bin/play main.c -ltune && ldconfig
CMD ["play"]
