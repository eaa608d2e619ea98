FROM python:3.13-slim
WORKDIR /app
COPY requirements.txt ./
COPY . .
RUN pip install --no-cache-dir .
CMD ["python", "app.py"]
