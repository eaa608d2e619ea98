FROM registry.example.com/rhel:1
RUN dnf install -y curl && dnf clean all
