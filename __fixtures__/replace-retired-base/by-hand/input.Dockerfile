FROM python:2.7-slim AS python
FROM php:7.4-fpm AS php
FROM ruby:2.6 AS ruby
FROM centos:7 AS centos
FROM node:buster AS node
FROM openjdk:7-jre AS java
FROM openjdk AS unversioned
FROM phusion/baseimage:0.9.17 AS phusion
FROM mcr.microsoft.com/dotnet/core/sdk:3.1 AS dotnet
FROM jenkins:2.60.3
