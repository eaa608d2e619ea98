FROM debian:12
RUN apt-get update && apt-get install -y npm && useradd --uid 1500 --create-home app
USER app
RUN npm install
