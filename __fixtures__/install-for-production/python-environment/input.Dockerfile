FROM python:3.12-slim
WORKDIR /srv
COPY requirements*.txt ./
RUN pip install --no-cache-dir -r requirements-dev.txt
COPY shop.py .
ENV APP_ENV=development
CMD ["gunicorn", "shop:app"]
