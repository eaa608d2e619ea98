FROM example.com/base:1
RUN sudo mkdir /srv/app
