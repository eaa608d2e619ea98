FROM fedora:40
RUN dnf -y install jq && dnf clean all
RUN microdnf install -y jq && microdnf clean all
