FROM photon:5.0
RUN tdnf install -y jq && tdnf clean all
