FROM python:3.12-slim
WORKDIR /app
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --create-home --shell /usr/sbin/nologin app
COPY app.py .
USER app
CMD ["python", "app.py"]
