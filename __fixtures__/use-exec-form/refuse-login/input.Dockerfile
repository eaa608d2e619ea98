FROM debian:12
SHELL ["/bin/bash", "-l", "-c"]
CMD app --serve
