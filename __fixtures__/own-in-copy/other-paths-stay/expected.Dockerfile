FROM python:3.12-slim
RUN useradd app && mkdir -p /data/cache /var/log/app
WORKDIR /code
COPY --chown=app:app . .
RUN touch /data/state && chown -Rv app:app \
    # the code
    /data \
    /var/log/app && chown app:app /code
USER app
