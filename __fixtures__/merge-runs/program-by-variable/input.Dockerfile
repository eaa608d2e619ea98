FROM debian:12-slim
ENV CONDA_DIR=/opt/conda
COPY conda.sh /tmp/
RUN bash /tmp/conda.sh -b -p $CONDA_DIR

WORKDIR /srv
# a path is no builtin of the shell
RUN $CONDA_DIR/bin/conda config --add channels conda-forge
RUN "$CONDA_DIR"/bin/conda install --yes numpy
RUN "${TOOLS}/bin/check" --all
RUN "${TOOLS}/envs/${NAME}/bin/pip" install --no-cache-dir flake8
RUN mkdir -p /srv/data

WORKDIR /srv/data
# without the value, and without quotes, it may be several words
RUN $TOOLS/bin/check --data
RUN touch checked
