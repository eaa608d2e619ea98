FROM nginx:1.16 AS web
FROM clearlinux:base
