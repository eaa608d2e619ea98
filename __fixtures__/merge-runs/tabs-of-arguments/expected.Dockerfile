# the only lines that go on hold arguments, behind tabs
FROM debian:12
RUN mkdir /work && \
	printf '%s\n' \
	one \
	two \
	> /work/list
CMD ["cat", "/work/list"]
