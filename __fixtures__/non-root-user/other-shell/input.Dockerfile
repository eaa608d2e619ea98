FROM debian:12
ENTRYPOINT ["/e"]
SHELL ["powershell", "-Command"]
