FROM python:3.12
ARG APP_HOME=/srv/app
ARG EXTRA_PACKAGES="poppler-utils less"
ENV APP_HOME=${APP_HOME}
ENV PATH="${APP_HOME}/bin:$PATH"
RUN apt-get update && apt-get install -y $EXTRA_PACKAGES
WORKDIR ${APP_HOME}
COPY . .
RUN pip install -r requirements.txt
CMD ["start"]
