FROM ubuntu:24.04
COPY . /src
RUN apt-get update && apt-get install -y build-essential libssl-dev=3.0.13-0ubuntu3 libssl3t64 && make -C /src install && \
    apt-get purge -y --auto-remove build-essential libssl-dev
ENTRYPOINT ["/usr/local/bin/tool"]
