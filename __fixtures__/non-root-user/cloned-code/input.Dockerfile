FROM python:3.12
WORKDIR /site
COPY . .
RUN git clone --depth 1 https://example.org/wiki/engine.git
CMD ["gunicorn", "engine.wsgi:application"]
