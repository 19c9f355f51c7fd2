# Settings: ENABLED, services that start with the host; ACTIVE, those that must run now.

# What must still be told of a change is noted before the change, so that no crash can lose it.
owe() {
  make_folder "$STATE/owed/$ROLE"
  : >"$STATE/owed/$ROLE/$1"
}

owed() {
  local path
  for path in "$STATE/owed/$ROLE"/*; do
    if [[ -e $path ]]; then
      printf '%s\n' "${path##*/}"
    fi
  done
}

settle() { rm -f -- "$STATE/owed/$ROLE/$1"; }

todo_services() {
  local service
  while IFS= read -r service; do
    [[ -z $service ]] || printf '%s\n' "tell $service of its new files"
  done <<<"$(owed)"
  for service in "${ENABLED[@]}"; do
    systemctl is-enabled --quiet "$service" 2>/dev/null || printf '%s\n' "enable $service"
  done
  for service in "${ACTIVE[@]}"; do
    systemctl is-active --quiet "$service" || printf '%s\n' "start $service"
  done
}

# A service that can reload does so, and keeps its connections.
do_services() {
  local service
  if [[ -e $STATE/owed/$ROLE/daemon-reload ]]; then
    run systemctl daemon-reload
    settle daemon-reload
  fi
  while IFS= read -r service; do
    if [[ -n $service ]]; then
      run systemctl try-reload-or-restart "$service"
      settle "$service"
    fi
  done <<<"$(owed)"
  for service in "${ENABLED[@]}"; do
    systemctl is-enabled --quiet "$service" 2>/dev/null || run systemctl enable "$service"
  done
  for service in "${ACTIVE[@]}"; do
    systemctl is-active --quiet "$service" || run systemctl start "$service"
  done
}
