FROM node:22-alpine
RUN apk add --no-cache --virtual .fetch curl bash && \
    curl -fsSLo /srv.js https://example.com/srv.js && \
    apk del .fetch
HEALTHCHECK CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/3000"]
CMD ["node", "/srv.js"]
