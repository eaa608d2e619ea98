FROM python:3.12-slim
WORKDIR /srv
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
EXPOSE 8000

HEALTHCHECK --timeout=5s --start-period=30s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=5)"]
# four workers
CMD ["gunicorn", "--workers", "4", "--bind", "0.0.0.0:8000", "app:app"]
