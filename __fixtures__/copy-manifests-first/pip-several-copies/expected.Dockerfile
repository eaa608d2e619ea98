FROM python:3.12-slim
WORKDIR /srv/shop
COPY requirements.txt .

RUN pip install -r requirements.txt
COPY app.py .
COPY pages pages

CMD ["python", "app.py"]
