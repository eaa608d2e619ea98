FROM continuumio/miniconda3
RUN conda install -y numpy
RUN mamba install -y scipy
