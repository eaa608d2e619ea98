FROM python:3.12-slim
WORKDIR /srv/shop
COPY . .
RUN pip install -r requirements.txt; python -m compileall .
CMD ["python", "app.py"]
