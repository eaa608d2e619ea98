FROM gcc:13
COPY . /usr/src/greet
WORKDIR /usr/src/greet
RUN gcc -O2 -Wall -o greet main.c -lm
CMD ["./greet"]
