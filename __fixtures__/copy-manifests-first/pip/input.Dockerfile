FROM python:3.12-slim
WORKDIR /srv/shop

# the application
COPY . .

# its dependencies
RUN pip install --no-cache-dir -r requirements.txt

CMD ["python", "app.py"]
