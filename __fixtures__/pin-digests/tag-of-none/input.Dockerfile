FROM registry.example:5000/team/app
CMD ["app"]
