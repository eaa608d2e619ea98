# escape=`
# the proxy of the registry
from --platform=$TARGETPLATFORM docker.io/library/debian as Base
# the mirror
FROM `
  # the same as on the hub
  public.ecr.aws/docker/library/python:latest `
  AS app
# hadolint ignore=DL3006
FROM ruby
