FROM node:22
RUN npm install --global cowsay && npm cache clean --force
CMD ["bash"]
