ARG V=16
ARG W=-slim
FROM node:$V$W
