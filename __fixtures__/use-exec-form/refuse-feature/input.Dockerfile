FROM debian:12
CMD app --port $PORT
FROM debian:12
CMD cd /app && ./run
FROM debian:12
CMD app > /var/log/app
FROM debian:12
CMD LANG=C app
FROM debian:12
CMD app *.conf
FROM debian:12
CMD app --dir=~/x | tee log
FROM debian:12
CMD echo hello
