# dockopt ignore=use-smaller-base -- people work in it
FROM debian:bookworm
CMD ["bash"]
