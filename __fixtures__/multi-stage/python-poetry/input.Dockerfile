FROM python:3.11
ARG POETRY_VERSION=1.8.3
ENV POETRY_VIRTUALENVS_CREATE=false
RUN pip install "poetry==$POETRY_VERSION"
WORKDIR /srv
COPY . .
RUN poetry install --no-interaction
EXPOSE 8080
CMD ["poetry", "run", "uvicorn", "tides.main:app", "--port", "8080"]
