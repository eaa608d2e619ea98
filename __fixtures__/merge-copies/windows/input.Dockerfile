FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
COPY a.exe /app/
COPY b.exe /app/
