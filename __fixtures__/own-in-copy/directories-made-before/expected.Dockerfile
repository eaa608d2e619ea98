FROM python:3.12-slim
RUN useradd app && mkdir -p /app/uploads/tmp
COPY --chown=app:app . /app/code/
RUN chown app:app /app /app/uploads /app/uploads/tmp
USER app
