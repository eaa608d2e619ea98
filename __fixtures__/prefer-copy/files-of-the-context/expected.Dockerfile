FROM debian:12
COPY . /srv/shop
COPY entrypoint /usr/local/bin/
copy --chown=www-data settings*.ini conf/ /etc/shop/
Copy ["entrypoint", "/usr/local/bin/start"]
CMD ["entrypoint"]
