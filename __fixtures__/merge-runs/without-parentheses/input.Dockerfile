FROM debian:12
RUN cd /tmp && touch a
RUN touch b
