FROM debian:12 AS base
CMD ["base"]
ONBUILD CMD ["one"]
ONBUILD CMD ["two"]
FROM base
CMD ["final"]
