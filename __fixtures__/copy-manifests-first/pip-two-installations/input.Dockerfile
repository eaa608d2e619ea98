FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN pip install -r requirements.txt

RUN pip install -r requirements-extra.txt
CMD ["python", "app.py"]
