FROM node:22-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends curl
RUN curl -fsSLo /srv/data.json https://example.com/data.json
COPY server.js /srv/
CMD ["node", "/srv/server.js"]
