FROM python:3.12-alpine3.20
RUN apk add --virtual .build-deps --no-cache gcc musl-dev && apk add --no-cache libgcc && pip install uwsgi && apk del .build-deps
COPY . /app
RUN /app/setup.sh
CMD ["uwsgi", "/app/uwsgi.ini"]
