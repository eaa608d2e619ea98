FROM debian:buster-slim AS debian
FROM debian:10.3 AS debian-by-number
FROM ubuntu:xenial-20210114 AS ubuntu
FROM alpine:3.12.1 AS alpine
FROM centos:8 AS centos
FROM amazonlinux:2 AS amazon
FROM fedora:40 AS fedora
FROM rockylinux:8-minimal AS rocky
FROM buildpack-deps:stretch-scm AS tools
FROM debian:bookworm
