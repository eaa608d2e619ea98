FROM gcc:13-bookworm
WORKDIR /src
COPY . .
RUN gcc -o list main.c
CMD ["/src/list"]
