FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN pip install -r requirements.txt
CMD ["shop"]
