FROM node:14.17-buster-slim AS node
FROM node:22-bullseye AS node-release
FROM python:3.8-alpine3.15 AS python
FROM python:3-buster AS python-floating
FROM ruby:3.1 AS ruby
FROM php:8.0-apache-buster AS php
FROM golang:1.21-alpine AS golang
FROM golang:1.11 AS golang-before-modules
FROM eclipse-temurin:19-jre-alpine AS java
FROM adoptopenjdk:8-jdk-openj9 AS openj9
FROM node:24
