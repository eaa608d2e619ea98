FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y build-essential zlib1g-dev
WORKDIR /src
COPY . .
RUN LDFLAGS="-static -s" make

FROM scratch
WORKDIR /src
COPY --from=build /src/pack /src/pack
CMD ["./pack"]
