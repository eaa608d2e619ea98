FROM ubuntu:24.04
# The front end is about questions of packages, not of apt.
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && \
    sudo apt-get -o Acquire::Retries=3 install \
      curl \
      # for the tests
      git && \
    if [ -e /x ]; then apt-get -q upgrade; fi && \
    apt-get purge git && apt-get autoremove
