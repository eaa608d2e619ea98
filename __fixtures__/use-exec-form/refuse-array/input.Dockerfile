FROM node:22-slim
WORKDIR /srv
COPY . .
# A quote is missing, and `[npm,` is no program.
CMD [npm, "start"]
