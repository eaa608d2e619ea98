arg owner=1000
arg home=/srv
from debian:12
copy --chown=$owner:$owner app "${home}/app"
user $owner
cmd ["/srv/app"]
