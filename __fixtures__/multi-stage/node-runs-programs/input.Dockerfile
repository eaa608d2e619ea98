# ffmpeg is called by its name, and what the other file runs is not told
FROM node:20
RUN apt-get update && apt-get install -y ffmpeg imagemagick
WORKDIR /app
COPY . .
RUN npm ci --omit=dev
CMD ["node", "server.js"]
