from debian:12
cmd a
label team="a"