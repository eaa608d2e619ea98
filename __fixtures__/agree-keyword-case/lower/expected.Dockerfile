from debian:12 as base
run true
onbuild run make
healthcheck cmd true
cmd ["true"]
