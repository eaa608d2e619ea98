FROM ubuntu:24.04
SHELL ["/bin/bash", "-c"]
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
# nvm installs to the home of root; the link leads there.
RUN curl -fsSo- https://raw.githubusercontent.com/nvm-sh/nvm/v0.40.1/install.sh | bash \
    && source ~/.nvm/nvm.sh && nvm install 22 && ln -s "$(which node)" /usr/local/bin/node
WORKDIR /srv
COPY server.js .
CMD ["node", "server.js"]
