FROM debian:12
RUN apt-get update\
  && apt-get install -y --no-install-recommends git\
  && git config --system init.defaultBranch main
