FROM debian:12
RUN useradd -m -s /bin/sh shop
COPY --chown=shop:shop run.sh .profile /home/shop/
COPY --chown=shop:shop extra.conf /etc/extra.conf
RUN chown shop:shop /home/shop
USER shop
