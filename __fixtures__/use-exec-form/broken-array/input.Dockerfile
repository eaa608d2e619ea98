FROM debian:12
ENTRYPOINT ['/bin/app', '--serve']
CMD ["one", "two",]
