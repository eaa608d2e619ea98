FROM node:22
ENV PATH=$HOME/.local/bin:$PATH
