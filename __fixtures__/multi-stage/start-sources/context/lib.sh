log() {
  echo "$@" >&2
}

wait_for() {
  until curl -fsS http://config/ready; do
    log waiting
    sleep 1
  done
}

main() {
  exec /app/hello "$@"
}
