FROM debian:12
ADD https://example.com/start.sh /start.sh
CMD /start.sh
