FROM python:3.12-slim
WORKDIR /srv/shop
COPY app.py .
COPY pages pages
COPY requirements.txt .

RUN pip install -r requirements.txt

CMD ["python", "app.py"]
