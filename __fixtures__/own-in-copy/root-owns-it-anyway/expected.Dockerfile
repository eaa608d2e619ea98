FROM debian:12
COPY sshd_config /etc/ssh/sshd_config
CMD ["/usr/sbin/sshd", "-D"]
