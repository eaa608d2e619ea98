FROM python:3.12-slim
RUN pip install poetry==1.8.3
ENV POETRY_VIRTUALENVS_IN_PROJECT=true
WORKDIR /srv
COPY pyproject.toml ./
RUN poetry install --only main --no-root
COPY tides tides
ENTRYPOINT ["poetry", "run", "python", "-m", "tides.main"]
