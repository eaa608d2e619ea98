FROM debian:12
RUN service postgresql start && createdb app
RUN touch /ready
