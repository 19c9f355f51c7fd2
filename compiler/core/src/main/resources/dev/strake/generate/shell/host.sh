# Settings: PURPOSE, ROLE.

# Whoever traces this script would read secrets.
set +x
shopt -s inherit_errexit
umask 077
export LC_ALL=C PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

DIRECTORY=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
readonly DIRECTORY
cd -- "$DIRECTORY"
readonly STATE=/var/lib/strake
readonly LOG=/var/log/strake-bootstrap.log

dry_run=false
reset=false
changed=false
logging=false
current_step=''
problems=()

usage() {
  printf '%s\n' \
    "$PURPOSE" \
    "Usage: ${BASH_SOURCE[0]##*/} [--dry-run] [--reset] [--help]" \
    '  --dry-run  show what each step would change, and change nothing' \
    '  --reset    take back a run of kubeadm that was interrupted, then go on' \
    '  --help     show this' \
    "Everything that is done is noted in $LOG."
}

# One line on standard error and, with its time, in the log.
say() {
  printf '%s\n' "$*" >&2
  if $logging; then
    TZ=UTC printf '%(%Y-%m-%dT%H:%M:%SZ)T %s %s\n' -1 "$ROLE" "$*" >>"$LOG"
  fi
}

stop() {
  say "error: $*"
  exit 1
}

# Runs a command whose words and output hold no secret; both go to the log.
run() {
  say "+ $*"
  "$@" </dev/null 2>&1 | while IFS= read -r line; do say "  $line"; done
}

has() { command -v "$1" >/dev/null; }

# A finding of the preflight, and what to do about it.
problem() { problems+=("$1: $2"); }

read_options() {
  local option
  for option in "$@"; do
    case $option in
      --dry-run) dry_run=true ;;
      --reset) reset=true ;;
      -h | --help)
        usage
        exit 0
        ;;
      *)
        usage >&2
        exit 2
        ;;
    esac
  done
}

open_log() {
  touch -- "$LOG"
  chmod 0600 -- "$LOG"
  logging=true
}

# One run at a time; the lock ends with the process.
take_lock() {
  exec 9>"/run/strake-$ROLE.lock"
  flock -n 9 || stop "another run of this script is under way (/run/strake-$ROLE.lock)"
}

report_end() {
  local -r status=$1
  if ((status != 0)) && [[ -n $current_step ]]; then
    say "error: stopped in step \"$current_step\" with status $status; every step looks at what is" \
      'there, so that this script can simply run again'
  fi
}

# Looks at everything before anything changes, and reports all problems together.
begin() {
  read_options "$@"
  if ((EUID != 0)); then
    stop 'this needs root'
  fi
  if ! $dry_run; then
    open_log
    take_lock
  fi
  trap 'report_end $?' EXIT
  say "$PURPOSE"
  preflight
  if ((${#problems[@]} > 0)); then
    say "error: ${#problems[@]} problem(s); nothing was changed"
    local found
    for found in "${problems[@]}"; do say "- $found"; done
    exit 1
  fi
}

# step TITLE NAME: todo_NAME prints a line for each thing that is not as it should be; do_NAME makes
# it so, and is not believed until todo_NAME has nothing left to say.
step() {
  local -r title=$1 name=$2
  local todo line
  current_step=$title
  todo=$("todo_$name")
  if [[ -z $todo ]]; then
    say "$title: done already"
    return
  fi
  changed=true
  while IFS= read -r line; do say "$title: $line"; done <<<"$todo"
  if $dry_run; then
    return
  fi
  "do_$name"
  todo=$("todo_$name")
  if [[ -n $todo ]]; then
    stop "$title: still to do: $todo"
  fi
}

# The sum of this folder, as it is recorded once all of it is applied; cloud-init.yaml is only
# another wrapping of the same files.
digest() {
  find . -type f ! -path ./cloud-init.yaml -print0 | sort -z | xargs -0 sha256sum -- | sha256sum |
    cut -d ' ' -f 1
}

todo_record() {
  local -r applied=$STATE/applied/$ROLE
  local sum
  sum=$(digest)
  if [[ ! -f $applied || $(<"$applied") != "$sum" ]]; then
    printf '%s\n' "note $sum in $applied"
  fi
}

do_record() {
  digest | put 0644 "$STATE/applied/$ROLE"
}

finish() {
  step 'Record' record
  current_step=''
  if ! $changed; then
    say 'Nothing to change.'
  elif $dry_run; then
    say 'Nothing was changed (--dry-run).'
  else
    say 'Done.'
  fi
}
