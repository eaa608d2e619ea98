FROM debian:12
RUN touch /a
# cached apart, it takes long
RUN touch /b
