FROM debian:12
RUN useradd -m -s /bin/sh shop
COPY run.sh .profile /home/shop/
COPY extra.conf /etc/extra.conf
RUN chown -R shop:shop /home/shop && chown -R shop:shop /etc/extra.conf
USER shop
