FROM debian:12
COPY shop.tar.gz /tmp/
RUN tar xzf /tmp/shop.tar.gz -C /opt
COPY shop.zip /srv/
RUN unzip /srv/shop.zip -d /opt && rm /srv/shop.zip
RUN test ! -e /srv/shop.zip
ADD shop.tar.gz /usr/src/
COPY shop.tar.gz /one.tar.gz
RUN tar xzf /one.tar.gz -C /opt || rm /one.tar.gz
