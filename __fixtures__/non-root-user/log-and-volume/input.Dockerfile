FROM python:3.12-slim
RUN mkdir -p /var/log/app
VOLUME /data
WORKDIR /app
COPY app.py .
CMD ["python", "app.py"]
