FROM gcc:13-bookworm AS build
WORKDIR /src
COPY . .
RUN gcc -static -O2 -o greet main.c

FROM scratch
WORKDIR /src
COPY --from=build /src/greet /src/greet
CMD ["/src/greet"]
