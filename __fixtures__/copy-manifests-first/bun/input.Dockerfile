FROM oven/bun:1
WORKDIR /srv/shop
ADD . /srv/shop/
RUN bun install --production
CMD ["bun", "server.ts"]
