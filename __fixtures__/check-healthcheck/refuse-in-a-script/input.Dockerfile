FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY health.sh /
COPY app /app
HEALTHCHECK CMD ["/health.sh"]
ENTRYPOINT ["dotnet", "/app/App.dll"]
