FROM python:3.12-slim
WORKDIR /app
COPY app.py .
COPY state /app/state
CMD ["python", "app.py"]
