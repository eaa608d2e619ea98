# The option of today would take the place of the setting.
FROM node:22
ENV NPM_CONFIG_OMIT=optional
RUN npm install --production
