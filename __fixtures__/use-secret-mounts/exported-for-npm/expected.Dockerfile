FROM node:22-slim
WORKDIR /app
COPY package.json yarn.lock ./
RUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN,required=true yarn install --frozen-lockfile
