FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN xargs apt-get install -y < packages.txt
RUN pip install flask
CMD ["python", "app.py"]
