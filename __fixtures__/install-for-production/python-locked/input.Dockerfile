FROM python:3.12-slim
WORKDIR /srv
RUN pip install poetry==2.1.3
COPY pyproject.toml poetry.lock ./
RUN poetry install --no-root --no-interaction
COPY shop.py .
CMD ["poetry", "run", "gunicorn", "shop:app"]
