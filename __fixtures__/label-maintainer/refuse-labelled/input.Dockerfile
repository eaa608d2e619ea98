FROM debian:12
LABEL maintainer=ada@example.com
MAINTAINER ada@example.com
