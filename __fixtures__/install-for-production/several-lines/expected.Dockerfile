from node:20-alpine
workdir /srv
copy . .
run apk add --no-cache tini && \
    npm ci --omit=dev --no-audit && \
    # nobody needs it any more
    npm cache clean --force
entrypoint ["tini", "--", "node", "server.js"]
