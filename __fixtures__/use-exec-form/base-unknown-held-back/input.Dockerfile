FROM example.com/own/base:1
CMD /usr/bin/sleep infinity
