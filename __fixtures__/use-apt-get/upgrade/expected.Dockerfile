FROM ubuntu:24.04
RUN apt-get update && \
    # security
    apt-get upgrade --with-new-pkgs -y && \
    apt-get -y dist-upgrade \
      --no-install-recommends
