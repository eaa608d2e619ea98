FROM python:3.12-slim
WORKDIR /srv/shop
COPY requirements/prod.txt requirements/base.txt /srv/shop/requirements/
COPY constraints.txt /srv/shop/
RUN pip install --no-cache-dir -r requirements/prod.txt && pip check && rm -rf /root/.cache
COPY . /srv/shop
CMD ["python", "app.py"]
