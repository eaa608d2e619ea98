FROM gcc:13-bookworm
WORKDIR /src
COPY . .
RUN make
CMD ["make", "run"]
