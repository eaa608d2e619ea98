FROM python:3.11 AS build
WORKDIR /srv
COPY pyproject.toml ./
RUN python -m venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv
RUN pip install "poetry<1.2" && \
    poetry config virtualenvs.create false && \
    poetry install --no-root

FROM python:3.11-slim
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /srv
COPY --from=build /opt/venv /opt/venv
COPY tides tides
CMD ["uvicorn", "tides.main:app"]
