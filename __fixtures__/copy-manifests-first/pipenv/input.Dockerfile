FROM python:3.12-slim
RUN pip install pipenv
WORKDIR /srv/shop
COPY . .
RUN pipenv install --system --deploy
CMD ["python", "app.py"]
