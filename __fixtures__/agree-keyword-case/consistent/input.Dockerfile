from debian:12 as base
run true
cmd ["true"]
