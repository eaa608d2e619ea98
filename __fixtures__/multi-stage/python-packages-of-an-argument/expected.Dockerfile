FROM python:3.12 AS build
ARG APP_HOME=/srv/app
ARG EXTRA_PACKAGES="poppler-utils less"
ENV APP_HOME=${APP_HOME}
ENV PATH="${APP_HOME}/bin:$PATH"
RUN apt-get update && apt-get install -y $EXTRA_PACKAGES
WORKDIR ${APP_HOME}
COPY . .
RUN python -m venv --without-pip --system-site-packages /opt/venv
ENV PATH="/opt/venv/bin:$PATH" PIP_PYTHON=/opt/venv/bin/python
RUN pip install -r requirements.txt

FROM python:3.12-slim
ARG EXTRA_PACKAGES="poppler-utils less"
RUN apt-get update && apt-get install -y $EXTRA_PACKAGES && rm -rf /var/lib/apt/lists/*
ARG APP_HOME=/srv/app
ENV APP_HOME=${APP_HOME}
ENV PATH="${APP_HOME}/bin:$PATH"
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR ${APP_HOME}
COPY --from=build /opt/venv /opt/venv
COPY --from=build ${APP_HOME} ${APP_HOME}
CMD ["start"]
