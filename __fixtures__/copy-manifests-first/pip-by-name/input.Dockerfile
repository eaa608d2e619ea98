FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN apt-get update && apt-get install -y libpq5 && rm -rf /var/lib/apt/lists/*
RUN pip install flask
CMD ["python", "app.py"]
