FROM python:3.13-slim
COPY app /srv/app
CMD ["/srv/app/start.sh"]
