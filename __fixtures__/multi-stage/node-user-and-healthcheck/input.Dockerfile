FROM node:20

RUN apt-get update && \
	apt-get install -y \
		curl \
		git

WORKDIR /home/node/app
COPY package.json yarn.lock ./
COPY server.js ./
COPY data ./data

RUN yarn install --frozen-lockfile
RUN chown -R node:node /home/node/app
USER node

EXPOSE 8080
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/health || exit 1
CMD ["yarn", "start"]
