# The compiler of this image brings a newer libstdc++ than Debian has.
FROM gcc:13 AS build
COPY main.cpp /src/
WORKDIR /src
RUN g++ -std=c++20 -O2 -o /usr/local/bin/greet main.cpp

FROM gcr.io/distroless/base-nossl-debian12
ENV LD_LIBRARY_PATH=/usr/local/lib64
WORKDIR /src
COPY --from=build /usr/local/bin/greet /usr/local/bin/greet
COPY --from=build /usr/local/lib64/libstdc++.so.6 /usr/local/lib64/libgcc_s.so.1 /usr/local/lib64/
CMD ["greet"]
