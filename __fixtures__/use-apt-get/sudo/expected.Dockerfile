FROM ubuntu:24.04
USER builder
RUN sudo apt-get update && DEBIAN_FRONTEND=noninteractive sudo -E apt-get -qq -o Acquire::Retries=3 install -y tini
