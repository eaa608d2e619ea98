FROM ubuntu:24.04
RUN sudo apt-get update && sudo -E apt-get install -y --no-install-recommends curl && sudo rm -rf /var/lib/apt/lists/*
