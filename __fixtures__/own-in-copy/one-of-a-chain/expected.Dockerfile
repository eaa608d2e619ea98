FROM python:3.12-slim
RUN useradd app
COPY --chown=app:app . /code
RUN set -eux; \
    mkdir -p /var/log/shop; \
    chown -R app:app /var/log/shop
USER app
