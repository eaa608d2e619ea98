FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc make libc6-dev
WORKDIR /src
COPY play.c .
RUN make play

FROM gcr.io/distroless/base-nossl-debian12
WORKDIR /src
COPY --from=build /src/play /src/play
CMD ["./play"]
