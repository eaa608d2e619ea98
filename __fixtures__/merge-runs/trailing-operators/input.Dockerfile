FROM debian:12
RUN mkdir -p /srv/app && \
	touch /srv/app/a
RUN touch /srv/app/b; \
	touch /srv/app/c
