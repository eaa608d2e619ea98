FROM python:3.12-slim
RUN pip install pipenv
WORKDIR /srv/shop
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system --deploy
COPY . .
CMD ["python", "app.py"]
