from debian:12
workdir   app   
run touch x
