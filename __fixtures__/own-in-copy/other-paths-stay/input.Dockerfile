FROM python:3.12-slim
RUN useradd app && mkdir -p /data/cache /var/log/app
WORKDIR /code
COPY . .
RUN touch /data/state && chown -Rv app:app \
    # the code
    /data \
    /code \
    /var/log/app
USER app
