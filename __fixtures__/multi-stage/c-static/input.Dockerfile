FROM gcc:13-bookworm
WORKDIR /src
COPY . .
RUN gcc -static -O2 -o greet main.c
CMD ["/src/greet"]
