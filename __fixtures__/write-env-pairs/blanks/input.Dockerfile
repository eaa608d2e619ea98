FROM debian:12
ENV JAVA_OPTS -Xmx512m  -Dname="a b"
ENV GREETING it\'s "fine" $HOME\ x
ENV SINGLE 'a $B' "c d"
ENV QUOTED "one two"
