FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ make libssl-dev
WORKDIR /board
COPY . .
RUN cmake -S . -B build -DCMAKE_BUILD_TYPE=Release && cmake --build build -j"$(nproc)"
CMD ["./build/bin/board"]
