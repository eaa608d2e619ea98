FROM debian:12 AS debian
FROM ubuntu:22.04 AS ubuntu
FROM python:3.11 AS python
FROM php:8.2 AS php
FROM eclipse-temurin:8 AS java
FROM openjdk:28-ea-slim AS early
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS dotnet
FROM node@sha256:1111111111111111111111111111111111111111111111111111111111111111 AS pinned
FROM example/node:8
