FROM fedora:40
RUN dnf install -y curl && dnf clean all
FROM fedora:42
RUN dnf -y install curl && dnf clean all && rm -rf /var/cache/libdnf5
FROM rockylinux:9
RUN yum install -y curl && yum clean all
FROM amazonlinux:2
RUN yum install -y curl && yum clean all && rm -rf /var/cache/yum
