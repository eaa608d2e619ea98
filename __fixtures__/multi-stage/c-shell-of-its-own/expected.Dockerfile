FROM gcc:13-bookworm AS build
WORKDIR /src
COPY . .
RUN gcc -o list main.c

FROM debian:bookworm-slim
WORKDIR /src
COPY --from=build /src/list /src/list
CMD ["/src/list"]
