FROM python:3.13-slim
COPY shop /app/shop
COPY jobs /app/jobs
CMD ["python", "-m", "shop"]
