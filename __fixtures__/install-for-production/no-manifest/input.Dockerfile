FROM node:22-slim
WORKDIR /app
RUN git clone https://example.com/orders.git .
RUN npm install
COPY server.js ./
CMD ["node", "server.js"]
