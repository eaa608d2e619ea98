# A language that is not known here: nothing to say.
FROM ubuntu:22.04
RUN apt-get update && apt-get install -y ghc make
WORKDIR /src
COPY . .
RUN ghc -o play Main.hs && make check
CMD ["./play"]
