FROM debian:12
RUN wget https://example.com/tool.tar.gz && tar xf tool.tar.gz
COPY . /srv
RUN rm *.tar.gz
