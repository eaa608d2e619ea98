# The image of the project.
FROM debian:12
CMD ["true"]
