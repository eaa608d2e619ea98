ARG STACK=web
FROM example/platform:5
LABEL stack=$STACK
