FROM python:3.13-slim
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt && \
    pip download --no-cache-dir --dest /srv/wheels -r requirements.txt
COPY . .
CMD ["python", "main.py"]
