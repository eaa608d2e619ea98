FROM python:3.12-alpine3.20
COPY requirements.txt .
RUN apk add --virtual .build-deps --no-cache gcc musl-dev && apk add --no-cache libgcc && pip install -r requirements.txt && apk del .build-deps
CMD ["python", "app.py"]
