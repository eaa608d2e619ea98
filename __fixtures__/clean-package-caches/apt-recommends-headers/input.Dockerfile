FROM debian:12-slim
# python3-pip recommends python3-dev, which packages that are compiled need.
RUN apt-get update && apt-get install -y build-essential python3-pip && rm -rf /var/lib/apt/lists/*
COPY shop.py requirements.txt /srv/
RUN pip install --no-cache-dir --break-system-packages -r /srv/requirements.txt
CMD ["python3", "/srv/shop.py"]
