FROM debian:12
ADD shop.tar.gz /srv/
ADD https://example.com/tool /usr/local/bin/
ADD git@example.com:team/shop.git /src
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a /a
ADD --keep-git-dir=true https://example.com/team/shop.git /src
ADD app.conf layers.txz /srv/
ONBUILD ADD . /srv
# hadolint ignore=DL3020
ADD app.conf /srv/
