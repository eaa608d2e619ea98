FROM python:3.12-slim
WORKDIR /srv/app
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app
COPY . .
RUN chmod -R ug+rwx var/state
RUN chown -R app:app /srv/app/var/state
USER app
CMD ["python", "app.py"]
