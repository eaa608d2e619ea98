FROM ubuntu:24.04
COPY . /src
RUN apt-get update && apt-get install -y build-essential libssl-dev=3.0.13-0ubuntu3 && make -C /src install
ENTRYPOINT ["/usr/local/bin/tool"]
