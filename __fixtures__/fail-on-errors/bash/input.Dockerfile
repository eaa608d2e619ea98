FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN curl -fsSL https://example.com/key | gpg --dearmor > /etc/key.gpg && apt-get update
