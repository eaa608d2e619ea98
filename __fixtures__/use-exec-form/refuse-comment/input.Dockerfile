FROM debian:12
CMD app --ser\
# joined
ve
