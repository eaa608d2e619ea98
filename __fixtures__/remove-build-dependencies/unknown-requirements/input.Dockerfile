FROM python:3.12-alpine3.20
COPY requirements.txt .
RUN apk add --no-cache gcc musl-dev && pip install -r requirements.txt
CMD ["python", "app.py"]
