FROM node:22-slim
WORKDIR /app
COPY package.json ./
RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN,required=true \
    npm config set //registry.npmjs.org/:_authToken "${NPM_TOKEN}" && npm install && \
    npm config delete //registry.npmjs.org/:_authToken
