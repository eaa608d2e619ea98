FROM python:3.10
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt
CMD ["/usr/local/bin/gunicorn", "app:app"]
