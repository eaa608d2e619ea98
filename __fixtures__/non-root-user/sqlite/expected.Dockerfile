FROM python:3.12-slim
WORKDIR /app
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app
COPY . .
RUN chown app:app /app/data /app/data/notes.db
USER app
CMD ["python", "app.py"]
