FROM ubuntu:24.04
USER builder
RUN sudo apt update && DEBIAN_FRONTEND=noninteractive sudo -E apt -qq -o Acquire::Retries=3 install -y tini
