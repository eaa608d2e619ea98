FROM example.com/base:1
WORKDIR /srv/app
RUN apt update && apt install -y curl
