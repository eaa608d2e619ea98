FROM rockylinux:9 AS rocky
RUN dnf install -y gcc && dnf clean all

FROM opensuse/leap:15.6 AS suse
RUN zypper refresh && zypper -n install gcc && zypper clean --all

FROM archlinux:latest AS arch
RUN pacman -Syu --noconfirm && pacman -S --noconfirm gcc

FROM amazonlinux:2
RUN yum -q update -y && yum --enablerepo epel install -y jq
