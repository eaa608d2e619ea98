FROM debian:12
ADD . /srv/shop
ADD entrypoint /usr/local/bin/
add --chown=www-data settings*.ini conf/ /etc/shop/
Add ["entrypoint", "/usr/local/bin/start"]
CMD ["entrypoint"]
