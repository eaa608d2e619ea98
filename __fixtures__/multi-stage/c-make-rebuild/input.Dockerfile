FROM debian:bookworm
RUN apt-get update && apt-get install -y build-essential zlib1g-dev
WORKDIR /src
COPY . .
RUN make
CMD ["./pack"]
