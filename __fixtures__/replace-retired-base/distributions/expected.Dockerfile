FROM debian:bookworm-slim AS debian
FROM debian:12 AS debian-by-number
FROM ubuntu:noble AS ubuntu
FROM alpine:3.24 AS alpine
FROM almalinux:8 AS centos
FROM amazonlinux:2023 AS amazon
FROM fedora:44 AS fedora
FROM rockylinux/rockylinux:8-minimal AS rocky
FROM buildpack-deps:bookworm-scm AS tools
FROM debian:bookworm
