FROM oven/bun:1
WORKDIR /srv/shop
COPY package.json bun.lock /srv/shop/
RUN bun install --production
ADD . /srv/shop/
CMD ["bun", "server.ts"]
