FROM node:20 AS build

RUN apt-get update && \
	apt-get install -y \
		curl \
		git

WORKDIR /home/node/app
COPY package.json yarn.lock ./
COPY server.js ./
COPY data ./data

RUN yarn install --frozen-lockfile
RUN yarn install --production --ignore-scripts --prefer-offline
RUN chown -R node:node /home/node/app

FROM node:20-slim
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=node:node /home/node/app/node_modules /home/node/app/node_modules
COPY --from=build --chown=node:node /home/node/app/package.json /home/node/app/server.js /home/node/app/
COPY --from=build --chown=node:node /home/node/app/data /home/node/app/data
WORKDIR /home/node/app
USER node

EXPOSE 8080
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/health || exit 1
CMD ["yarn", "start"]
