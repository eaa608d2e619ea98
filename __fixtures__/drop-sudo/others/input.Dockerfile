FROM debian:12
RUN sudo -u www-data touch /srv/x
RUN sudo -i true
RUN sudo cd /srv
USER www-data
RUN sudo apt-get update
