FROM python:3.12-slim
ENV DATA_DIR=/var/lib/notes
WORKDIR /app
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app && \
    mkdir -p /var/lib/notes && \
    chown app:app /var/lib/notes
COPY app.py .
USER app
CMD ["python", "app.py"]
