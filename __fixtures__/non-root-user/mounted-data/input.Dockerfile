FROM python:3.12-slim
WORKDIR /srv
COPY shop.py .
CMD ["python", "shop.py"]
