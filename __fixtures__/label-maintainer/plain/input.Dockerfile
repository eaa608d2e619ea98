FROM debian:12
MAINTAINER Ada <ada@example.com>
CMD ["true"]
