FROM gcc:13 AS build
COPY . /usr/src/greet
WORKDIR /usr/src/greet
RUN gcc -O2 -Wall -o greet main.c -lm

FROM gcr.io/distroless/base-nossl-debian12
WORKDIR /usr/src/greet
COPY --from=build /usr/src/greet/greet /usr/src/greet/greet
CMD ["./greet"]
