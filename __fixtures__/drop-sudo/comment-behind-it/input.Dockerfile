FROM debian:12
RUN sudo \
    # for the tests
    mkdir /srv/app
