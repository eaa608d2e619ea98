FROM debian:12
ENV APP=/srv/app
WORKDIR /srv/app
RUN rm -rf $APP
RUN touch ready
