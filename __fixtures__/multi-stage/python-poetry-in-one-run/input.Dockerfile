FROM python:3.11
WORKDIR /srv
COPY pyproject.toml ./
RUN pip install "poetry<1.2" && \
    poetry config virtualenvs.create false && \
    poetry install --no-root
COPY tides tides
CMD ["uvicorn", "tides.main:app"]
