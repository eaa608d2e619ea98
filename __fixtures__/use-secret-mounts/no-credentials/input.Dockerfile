FROM python:3.12-slim
ENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305 \
    TOKENIZERS_PARALLELISM=false PASSWORD_MIN_LENGTH=12 \
    DB_PASSWORD_FILE=/run/secrets/db SECRET_KEY=/run/key MYSQL_ALLOW_EMPTY_PASSWORD=yes \
    SECRET_KEY_BASE_DUMMY=1 SECRET_KEY_BASE=dummy PASSWORD=
ENV STRIPE_PUBLIC_KEY=abcdef SESSION_SECRET=$SESSION_SECRET
ARG SECRET_KEY_BASE=1
RUN SECRET_KEY_BASE=1 ./manage.py collectstatic
RUN curl -fsSL https://git@github.com/acme/tool && git clone ssh://git@github.com/acme/tool
COPY .env id_rsa.pub .npmrc ./
