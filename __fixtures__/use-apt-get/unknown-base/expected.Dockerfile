FROM example.com/base:1
WORKDIR /srv/app
RUN apt-get update && apt-get install -y curl
