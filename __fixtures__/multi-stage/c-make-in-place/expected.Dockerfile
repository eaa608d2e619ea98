FROM ubuntu:22.04 AS build
RUN apt-get update && apt-get install -y gcc make zlib1g-dev
COPY . /srv/pack
WORKDIR /srv/pack
RUN make -j4

FROM ubuntu:22.04
WORKDIR /srv/pack
COPY --from=build /srv/pack/pack /srv/pack/words.txt /srv/pack/
CMD ./pack words.txt
