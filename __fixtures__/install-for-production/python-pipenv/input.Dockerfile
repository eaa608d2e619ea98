FROM python:3.12-slim
WORKDIR /srv
RUN pip install pipenv
COPY Pipfile Pipfile.lock ./
RUN pipenv install --dev --system --deploy
COPY shop.py .
CMD ["gunicorn", "shop:app"]
