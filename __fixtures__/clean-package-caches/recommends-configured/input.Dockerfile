FROM debian:12
RUN echo 'APT::Install-Recommends "0";' > /etc/apt/apt.conf.d/99lean
RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
