FROM node:22
CMD node \
    # more memory
    --max-old-space-size=4096 \
    server.js
