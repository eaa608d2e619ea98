FROM python:3.12-slim
WORKDIR /srv/shop

COPY requirements.txt ./

# its dependencies
RUN pip install --no-cache-dir -r requirements.txt

# the application
COPY . .

CMD ["python", "app.py"]
