FROM node:22-bookworm
ONBUILD COPY . /srv
CMD ["node", "/srv"]
