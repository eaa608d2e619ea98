FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential zlib1g-dev vim
WORKDIR /src
COPY . .
RUN make && make install
ENTRYPOINT ["pack"]
