FROM fedora:40
RUN dnf -y install jq && dnf clean all
RUN dnf -y install bc && rm -rf /var/cache/dnf
RUN yum -y install ed && yum clean all
