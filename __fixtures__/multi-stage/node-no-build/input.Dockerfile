# nothing is installed: only the base is another one
FROM node:22
WORKDIR /app
COPY main.mjs .
CMD ["node", "main.mjs"]
