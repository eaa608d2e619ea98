FROM redhat/ubi9-minimal:9.4
RUN microdnf install -y tar && microdnf clean all
FROM opensuse/leap:15.6
RUN zypper -n install tar && zypper clean --all
FROM photon:5.0
RUN tdnf install -y tar && tdnf clean all
