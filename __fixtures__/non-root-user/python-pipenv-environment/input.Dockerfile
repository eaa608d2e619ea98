FROM python:3.12-slim
WORKDIR /srv
RUN pip install pipenv
COPY Pipfile Pipfile.lock ./
RUN pipenv install --deploy
COPY shop.py .
CMD ["pipenv", "run", "gunicorn", "shop:app"]
