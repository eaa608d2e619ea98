FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ make libssl-dev
WORKDIR /board
COPY . .
RUN cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build -j"$(nproc)"

FROM gcr.io/distroless/cc-debian12
WORKDIR /board
COPY --from=build /board/build/bin/board /board/build/bin/board
COPY --from=build /board/boards /board/boards
CMD ["./build/bin/board"]
