FROM debian:12
RUN apt-get update\
  && apt-get install -y --no-install-recommends git\
  && rm -rf /var/lib/apt/lists/*\
  && git config --system init.defaultBranch main
