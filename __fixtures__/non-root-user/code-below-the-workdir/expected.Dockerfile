FROM python:3.13-slim
WORKDIR /srv
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    touch /srv/app.log && \
    chown app:app /srv/app.log
COPY . .
RUN chown app:app /srv/app
USER app
ENTRYPOINT cd app && exec python main.py
