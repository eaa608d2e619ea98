FROM node:22-slim
COPY id_rsa /root/.ssh/id_rsa
COPY .npmrc package.json /app/
ADD deploy/server.key /etc/ssl/
COPY --from=build /root/.netrc /root/
