FROM debian:12
ENV PACKAGES="curl git"
RUN apt-get install $PACKAGES
