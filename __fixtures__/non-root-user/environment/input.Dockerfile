FROM python:3.12-slim
ENV DATA_DIR=/var/lib/notes
WORKDIR /app
COPY app.py .
CMD ["python", "app.py"]
