FROM registry.example.com/base
RUN echo export A=1 >> /root/.bashrc
RUN touch /ready
