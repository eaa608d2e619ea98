FROM debian:12
ENTRYPOINT ["/e"]
SHELL ["powershell", "-Command"]
USER 10001:10001
