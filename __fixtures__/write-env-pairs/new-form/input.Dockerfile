FROM debian:12
ENV A=1 B="x y"
LABEL "a b"=c
ENV C=
