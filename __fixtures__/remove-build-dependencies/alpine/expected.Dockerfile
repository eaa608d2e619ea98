FROM python:3.12-alpine3.20
WORKDIR /app
COPY requirements.txt .
RUN apk add --virtual .build-deps --no-cache gcc musl-dev postgresql-dev && \
    apk add --no-cache libpq libgcc && pip install --no-cache-dir -r requirements.txt && \
    apk del .build-deps
COPY . .
CMD ["python", "app.py"]
