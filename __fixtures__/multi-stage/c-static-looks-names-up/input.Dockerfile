FROM gcc:13-bookworm
WORKDIR /src
COPY . .
RUN gcc -static -O2 -o ask main.c
CMD ["/src/ask"]
