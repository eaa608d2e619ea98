FROM debian:12
ARG TOKEN
ADD https://$TOKEN@files.acme.dev/tool /opt/tool
