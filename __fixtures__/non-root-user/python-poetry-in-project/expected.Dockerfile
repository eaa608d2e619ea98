FROM python:3.12-slim
WORKDIR /srv
RUN pip install poetry==2.1.3
RUN poetry config virtualenvs.in-project true
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid app --create-home --shell /usr/sbin/nologin app
COPY pyproject.toml poetry.lock ./
RUN poetry install --no-root
COPY shop.py .
USER app
CMD ["poetry", "run", "gunicorn", "shop:app"]
