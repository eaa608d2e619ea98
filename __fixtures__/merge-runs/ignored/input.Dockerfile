FROM debian:12
RUN mkdir /out
# dockopt ignore=merge-runs -- the second is the one that changes
RUN touch /out/a
RUN touch /out/b
