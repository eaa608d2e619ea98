FROM debian:12
RUN bash -c "mysqld_safe &" && sleep 5
RUN touch /ready
