FROM ubuntu:24.04
# The front end is about questions of packages, not of apt.
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update && \
    sudo apt-get -o Acquire::Retries=3 install -y \
      curl \
      # for the tests
      git && \
    if [ -e /x ]; then apt-get -q upgrade -y; fi && \
    apt-get purge -y git && apt-get autoremove -y
