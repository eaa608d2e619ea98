FROM python:3.13-slim
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /srv/app/cache && \
    chown app:app /srv/app/cache
COPY app /srv/app
RUN chown app:app /srv/app/run
USER app
CMD ["/srv/app/start.sh"]
