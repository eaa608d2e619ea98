FROM debian:12
RUN (cd /src && make)
COPY . /src
RUN cd "$HOME" && make
COPY . /src
RUN cd /src || exit 1
COPY . /src
RUN --mount=type=bind,target=/src cd /src && make
COPY . /src
RUN cd /src && make && cd - && make
WORKDIR /app
