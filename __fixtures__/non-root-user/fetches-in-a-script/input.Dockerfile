FROM debian:12
WORKDIR /srv/model
COPY . .
CMD ["./start.sh"]
