FROM registry.example.com/base:1
COPY server.js /app/
CMD ["node", "/app/server.js"]
