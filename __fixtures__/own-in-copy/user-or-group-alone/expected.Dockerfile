FROM debian:12
RUN useradd -m app && groupadd files
COPY --chown=app:root one /one/
COPY --chown=app two /two/
COPY three /three/
COPY --chown=app:files four /four/
COPY --chown=app:app five /five/
