FROM python:3.12-slim
WORKDIR /srv
COPY requirements*.txt ./
RUN pip install --no-cache-dir -r requirements-dev.txt
COPY shop.py .
RUN python -m pytest
CMD ["gunicorn", "shop:app"]
