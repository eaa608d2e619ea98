FROM debian:12
ARG SOURCE=shop
ADD $SOURCE /srv/shop
