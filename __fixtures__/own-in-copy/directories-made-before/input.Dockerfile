FROM python:3.12-slim
RUN useradd app && mkdir -p /app/uploads/tmp
COPY . /app/code/
RUN chown -R app:app /app
USER app
