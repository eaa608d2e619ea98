FROM python:3.12-slim
RUN pip install poetry
WORKDIR /srv/shop
COPY pyproject.toml poetry.lock ./
RUN poetry install --only main --no-root
COPY . .
RUN poetry install --only main
CMD ["poetry", "run", "shop"]
