FROM debian:12
RUN useradd -m app && groupadd files
COPY one /one/
COPY two /two/
COPY three /three/
COPY four /four/
COPY --chown=app:files five /five/
RUN chown -R app /one
RUN chown -R app: /two
RUN chgrp -R 0 /three
RUN chown -R app.files /four
RUN chgrp -R app /five
