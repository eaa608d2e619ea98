FROM fedora:40
RUN dnf -y install jq
RUN microdnf install -y jq
