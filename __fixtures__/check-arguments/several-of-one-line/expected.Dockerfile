arg owner=1000
arg home=/srv
from debian:12
arg home
arg owner
copy --chown=$owner:$owner app "${home}/app"
user $owner
cmd ["/srv/app"]
