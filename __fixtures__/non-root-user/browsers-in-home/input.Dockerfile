FROM python:3.12-bookworm
RUN pip install --no-cache-dir playwright && playwright install --with-deps chromium
WORKDIR /app
COPY . .
CMD ["python", "shots.py"]
