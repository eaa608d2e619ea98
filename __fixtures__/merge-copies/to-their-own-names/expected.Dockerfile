FROM python:3.12-slim
WORKDIR /app
COPY app.py settings.ini templates.html /app/

COPY one.conf two.conf /etc/shop/
