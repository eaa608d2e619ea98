FROM python:3.12-slim
RUN useradd --uid 10001 app
COPY . /srv/shop
# give it to the user
RUN chown -R app:app /srv/shop
USER app
CMD ["python", "/srv/shop/app.py"]
