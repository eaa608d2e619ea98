FROM python:3.13-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt && \
    pip download --no-cache-dir --dest /srv/wheels -r requirements.txt
CMD ["python", "main.py"]
