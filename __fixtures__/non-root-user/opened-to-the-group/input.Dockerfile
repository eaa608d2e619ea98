FROM python:3.12-slim
WORKDIR /srv/app
COPY . .
RUN chmod -R ug+rwx var/state
CMD ["python", "app.py"]
