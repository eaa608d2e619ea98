FROM python:3.12-slim
WORKDIR /srv/shop
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY requirements-extra.txt ./

RUN pip install -r requirements-extra.txt

COPY . .
CMD ["python", "app.py"]
