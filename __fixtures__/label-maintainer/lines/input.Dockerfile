FROM debian:12
MAINTAINER Ada <ada@example.com>, \
           Bob <bob@example.com>
