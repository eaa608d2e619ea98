FROM debian:12
COPY . /srv/shop
RUN useradd shop && install -d -o shop /var/lib/shop && chown -R shop:shop /srv/shop
