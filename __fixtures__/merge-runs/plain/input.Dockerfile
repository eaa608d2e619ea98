FROM debian:12
RUN mkdir -p /srv/app
RUN touch /srv/app/ready
CMD ["cat", "/srv/app/ready"]
