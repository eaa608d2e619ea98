from debian:12
healthcheck cmd ["true", "--all"]
cmd ["app", "--serve"]
