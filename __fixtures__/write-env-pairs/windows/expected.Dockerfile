# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
ENV HOME_DIR=C:\Users\app
ENV TOOLS="C:\Program Files\tools"
