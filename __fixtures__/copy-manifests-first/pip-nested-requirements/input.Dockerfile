FROM python:3.12-slim
COPY . /srv/shop
WORKDIR /srv/shop
RUN pip install --no-cache-dir -r requirements/prod.txt && pip check && rm -rf /root/.cache
CMD ["python", "app.py"]
