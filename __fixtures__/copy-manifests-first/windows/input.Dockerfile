FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR C:\\shop
COPY . .
RUN npm ci
