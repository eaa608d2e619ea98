FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN make pages
RUN pip install -r requirements.txt
CMD ["python", "app.py"]
