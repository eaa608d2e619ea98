FROM python:3.12-alpine
WORKDIR /app

COPY requirements.txt .
RUN pip install -r requirements.txt

COPY . .

# nobody needs to be root here
RUN adduser -D shop && chown -R shop:shop /app

USER shop
CMD ["python", "app.py"]
