FROM node:20

WORKDIR /usr/src/site
COPY . .
RUN npm install
RUN npm run build

# a small server for the built pages
RUN npm install -g serve

EXPOSE 3000
USER node
CMD ["serve", "-s", "dist", "-l", "3000"]
