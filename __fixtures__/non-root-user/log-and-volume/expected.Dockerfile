FROM python:3.12-slim
RUN mkdir -p /var/log/app
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /data && \
    chown app:app /data /var/log/app
VOLUME /data
WORKDIR /app
COPY app.py .
USER app
CMD ["python", "app.py"]
