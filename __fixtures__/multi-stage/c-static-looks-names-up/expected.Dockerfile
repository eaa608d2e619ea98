FROM gcc:13-bookworm AS build
WORKDIR /src
COPY . .
RUN gcc -static -O2 -o ask main.c

FROM gcr.io/distroless/base-nossl-debian12
WORKDIR /src
COPY --from=build /src/ask /src/ask
CMD ["/src/ask"]
