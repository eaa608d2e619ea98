FROM debian:12
# dockopt ignore=agree-keyword-case
run true
CMD ["true"]
