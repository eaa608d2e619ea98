FROM python:3.12-slim
WORKDIR /app
COPY app.py app.py
COPY settings.ini ./settings.ini
COPY templates.html /app/

COPY one.conf /etc/shop/one.conf
COPY two.conf /etc/shop/two.conf
