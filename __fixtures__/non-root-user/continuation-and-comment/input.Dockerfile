FROM node:22-slim
CMD ["node", "--version"]
RUN apt-get update \
# The last line
