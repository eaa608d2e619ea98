# check=skip=SecretsUsedInArgOrEnv
FROM debian:12
ENV MYSQL_ROOT_PASSWORD=hunter22
