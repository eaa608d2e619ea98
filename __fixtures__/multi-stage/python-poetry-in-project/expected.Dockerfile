FROM python:3.12-slim AS build
RUN pip install poetry==1.8.3
ENV POETRY_VIRTUALENVS_IN_PROJECT=true
WORKDIR /srv
COPY pyproject.toml ./
RUN poetry install --only main --no-root

FROM python:3.12-slim
ENV PATH="/srv/.venv/bin:$PATH"
WORKDIR /srv
COPY --from=build /srv/.venv /srv/.venv
COPY tides tides
ENTRYPOINT ["python", "-m", "tides.main"]
