#!/usr/bin/env bash
# Fails unless HAProxy runs on this host and has an API server that is ready.
# Written by Strake from the cluster's description; change it there.
set -euo pipefail

readonly STATS_PORT=8404
readonly STATS_PATH='/stats;csv;norefresh'
readonly BACKEND=kube-apiserver
readonly PATIENCE_SECONDS=0.8

# Settings: STATS_PORT, STATS_PATH, BACKEND, PATIENCE_SECONDS.

# Opens the table of HAProxy's servers on file descriptor 3; fails if nobody listens.
ask_haproxy() {
  { exec 3<>"/dev/tcp/127.0.0.1/$STATS_PORT"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.0\r\n\r\n' "$STATS_PATH" >&3
}

# Reads the table up to a server of the backend that is up because a check has said so: a server
# that HAProxy has not asked yet counts as up there, and may be dead.
find_ready_server() {
  local -a field
  # Columns: 0 proxy, 1 server, 17 status, 36 the last check's result, with an asterisk in front
  # while the next one runs.
  while IFS=, read -r -t "$PATIENCE_SECONDS" -u 3 -a field 2>/dev/null; do
    if [[ ${field[0]-} == "$BACKEND" && ${field[17]-} == UP* && ${field[36]-} == *L7OK ]]; then
      return 0
    fi
  done
  return 1
}

check_apiserver() {
  if ! ask_haproxy; then
    printf '%s\n' "HAProxy does not listen on port $STATS_PORT" >&2
    return 1
  fi
  if ! find_ready_server; then
    printf '%s\n' 'HAProxy has no API server that is ready' >&2
    return 1
  fi
}

check_apiserver
