FROM node:20
WORKDIR /srv/app
COPY package.json package-lock.json server.js quotes.txt ./
RUN npm ci --omit=dev
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["server.js"]
