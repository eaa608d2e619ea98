FROM debian:12
RUN groupadd -r worker && useradd -r -g worker worker
COPY app.py /app/app.py
RUN apt-get update && apt-get install -y python3
CMD ["python3", "/app/app.py"]
