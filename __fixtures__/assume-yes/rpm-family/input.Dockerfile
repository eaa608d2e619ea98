FROM rockylinux:9 AS rocky
RUN dnf install gcc && dnf clean all

FROM opensuse/leap:15.6 AS suse
RUN zypper refresh && zypper install gcc && zypper clean --all

FROM archlinux:latest AS arch
RUN pacman -Syu && pacman -S gcc

FROM amazonlinux:2
RUN yum -q update && yum --enablerepo epel install jq
