FROM python:3.11 AS build
ARG POETRY_VERSION=1.8.3
ENV POETRY_VIRTUALENVS_CREATE=false
RUN pip install "poetry==$POETRY_VERSION"
WORKDIR /srv
COPY . .
RUN python -m venv --without-pip /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
RUN poetry install --no-interaction

FROM python:3.11-slim
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /srv
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv /srv
EXPOSE 8080
CMD ["uvicorn", "tides.main:app", "--port", "8080"]
