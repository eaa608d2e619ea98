FROM python:3.12

ENV PYTHONUNBUFFERED=1
WORKDIR /app

# the packages change less often than the code
COPY requirements.txt .
RUN pip install -r requirements.txt

COPY . .
EXPOSE 8000
CMD gunicorn --bind 0.0.0.0:${PORT:-8000} app:app
