FROM debian:12
COPY . /src
RUN apt-get update && apt-get install -y --no-install-recommends \
      gcc \
      libc6-dev \
      libpq-dev \
      libxml2-dev \
      make \
      libpq5 \
      libxml2 \
 && make -C /src install \
 && apt-get purge -y --auto-remove gcc libc6-dev libpq-dev libxml2-dev make
CMD ["/usr/local/bin/tool"]
