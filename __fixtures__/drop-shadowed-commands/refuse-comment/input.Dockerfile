FROM debian:12
# see ticket 12: keep in step with compose.yml
CMD ["one"]
CMD ["two"]
