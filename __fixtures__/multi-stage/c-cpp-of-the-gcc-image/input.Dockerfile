# The compiler of this image brings a newer libstdc++ than Debian has.
FROM gcc:13
COPY main.cpp /src/
WORKDIR /src
RUN g++ -std=c++20 -O2 -o /usr/local/bin/greet main.cpp
CMD ["greet"]
