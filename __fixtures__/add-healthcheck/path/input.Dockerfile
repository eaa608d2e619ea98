FROM python:3.12-slim
WORKDIR /srv
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
EXPOSE 8000

# four workers
CMD ["gunicorn", "--workers", "4", "--bind", "0.0.0.0:8000", "app:app"]
