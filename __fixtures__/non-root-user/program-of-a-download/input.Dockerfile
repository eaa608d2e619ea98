# The make is that of the framework, of which the program comes.
FROM gcc:14
WORKDIR /usr/src
RUN curl -fsSL https://example.org/webframe.tar.gz | tar xz && cd webframe && make && make install
WORKDIR /app
COPY . .
CMD ["webframe", "/app"]
