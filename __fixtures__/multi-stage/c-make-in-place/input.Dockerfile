FROM ubuntu:22.04
RUN apt-get update && apt-get install -y gcc make zlib1g-dev
COPY . /srv/pack
WORKDIR /srv/pack
RUN make -j4
CMD ./pack words.txt
