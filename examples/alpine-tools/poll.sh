#!/bin/bash
# Asks for a page every $INTERVAL seconds and prints one line of JSON each time.
while sleepuntil "${INTERVAL:-60}"; do
  status=$(curl -s -o /dev/null -w '%{http_code}' "$1")
  jq -cn --arg at "$(date -Iseconds)" --arg url "$1" --arg status "$status" '$ARGS.named'
done
