FROM debian:12
RUN yes | apt-get install curl
RUN apt-get install curl < /answers
RUN apt-get -qq install curl && apt-get install -qy git && apt-get install jq --yes
RUN apt-get -q -q install tini && apt-get -s upgrade && apt-get download jq
RUN (apt-get update && apt-get install less) < /answers

FROM fedora:41
RUN dnf -y install gcc && dnf install --assumeyes make && dnf makecache && microdnf install jq

FROM opensuse/leap:15.6
RUN zypper -n in gcc && zypper --non-interactive in make && zypper in -y gdb

FROM archlinux:latest
RUN pacman -Syu --noconfirm && pacman -Sy && pacman -Ss gcc && pacman -Q

FROM alpine:3.20
RUN apk add curl
