FROM debian:12
RUN touch /a
# RUN touch /c
RUN touch /b
