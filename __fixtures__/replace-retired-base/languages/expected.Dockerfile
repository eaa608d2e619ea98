FROM node:24-bookworm-slim AS node
FROM node:22-bookworm AS node-release
FROM python:3.12-alpine3.24 AS python
FROM python:3-bookworm AS python-floating
FROM ruby:3.4 AS ruby
FROM php:8.3-apache-bookworm AS php
FROM golang:1.27-alpine AS golang
FROM golang:1.27 AS golang-before-modules
FROM eclipse-temurin:21-jre-alpine AS java
FROM ibm-semeru-runtimes:open-8-jdk AS openj9
FROM node:24
