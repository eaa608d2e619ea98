FROM gcc:13-bookworm
COPY . /src
WORKDIR /src
RUN make
CMD ["./play"]
