FROM debian:12
COPY . /src
RUN apt-get update && apt-get install -y --no-install-recommends \
      gcc \
      libc6-dev \
      libpq-dev \
      libxml2-dev \
      make \
 && make -C /src install
CMD ["/usr/local/bin/tool"]
