FROM debian:12
RUN apt list --installed && apt show curl && apt-get update
RUN echo "apt install curl"
