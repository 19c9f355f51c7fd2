#!/usr/bin/env bash
# Makes this machine the load balancer lb-2 of ha-production.
# Written by Strake from the cluster's description; change it there. Run it with --help.
set -euo pipefail

readonly PURPOSE='Makes this machine the load balancer lb-2 of ha-production.'
readonly ROLE=loadbalancer
readonly -a FURTHER_OPTIONS=()
readonly OS_FAMILY=ubuntu
readonly OS_VERSION=24.04
readonly -a ADDRESSES=(192.168.1.202)
readonly INTERFACE=eth0
readonly -a FILES=(
  0644 files/etc/haproxy/kubernetes-ca.crt /etc/haproxy/kubernetes-ca.crt
  0644 files/etc/systemd/system/haproxy.service.d/strake.conf /etc/systemd/system/haproxy.service.d/strake.conf
  0644 files/etc/systemd/system/keepalived.service.d/strake.conf /etc/systemd/system/keepalived.service.d/strake.conf
  0755 check-apiserver.sh /usr/libexec/keepalived/check-apiserver.sh
  0644 haproxy.cfg /etc/haproxy/haproxy.cfg
  0644 keepalived.conf /etc/keepalived/keepalived.conf
)
readonly -a SECRETS=(
  'the password of VRRP' /etc/strake/secrets/vrrp/auth_pass STRAKE_VRRP_PASSWORD /etc/keepalived/authentication.conf
)
readonly PASSWORD=/etc/strake/secrets/vrrp/auth_pass
readonly AUTHENTICATION=/etc/keepalived/authentication.conf
readonly HAPROXY=/etc/haproxy/haproxy.cfg
readonly KEEPALIVED=/etc/keepalived/keepalived.conf
readonly -a BASE_PACKAGES=(haproxy keepalived)
readonly -a SELINUX_BOOLEANS=(haproxy_connect_any)
readonly -a ENABLED=(haproxy keepalived)
readonly -a ACTIVE=(haproxy keepalived)

# Settings: PURPOSE, ROLE, FURTHER_OPTIONS, lines for --help.
# Functions of others: read_option OPTION, whether it is one; preflight.

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
changed=false
logging=false
current_step=''
problems=()

usage() {
  printf '%s\n' \
    "$PURPOSE" \
    "Usage: ${BASH_SOURCE[0]##*/} [OPTION]..." \
    '  --dry-run  show what each step would change, and change nothing' \
    "${FURTHER_OPTIONS[@]}" \
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
      -h | --help)
        usage
        exit 0
        ;;
      *)
        if ! read_option "$option"; then
          usage >&2
          exit 2
        fi
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

# Settings: FILES, rows of mode, path in this folder, path on the host.
# Functions of others: accepts PATH CANDIDATE, whether the program that reads a file takes it;
# consumer PATH, the service that has to be told; owe SERVICE.

make_folder() { (umask 022 && mkdir -p -- "$1"); }

# put MODE PATH: standard input becomes the file at once or not at all, whenever the power fails.
put() {
  local -r mode=$1 path=$2
  local -r candidate="${path%/*}/.${path##*/}.strake"
  make_folder "${path%/*}"
  rm -f -- "$candidate"
  cat >"$candidate"
  chmod -- "$mode" "$candidate"
  chown -- root:root "$candidate"
  if ! accepts "$path" "$candidate"; then
    rm -f -- "$candidate"
    stop "$path: the new file is refused, so the old one stays"
  fi
  sync -- "$candidate"
  mv -fT -- "$candidate" "$path"
  if has restorecon; then
    restorecon -F -- "$path"
  fi
}

is_as() {
  local -r mode=$1 path=$2
  [[ -f $path && ! -L $path && $(stat -c '%04a %u %g' -- "$path") == "$mode 0 0" ]]
}

# holds MODE PATH TEXT: for files that hold secrets too, since no other program sees the text.
holds() { is_as "$1" "$2" && [[ $(<"$2") == "$3" ]]; }

is_installed() { is_as "$1" "$3" && cmp -s -- "$DIRECTORY/$2" "$3"; }

todo_files() {
  local -i at
  for ((at = 0; at < ${#FILES[@]}; at += 3)); do
    is_installed "${FILES[@]:at:3}" || printf '%s\n' "write ${FILES[at + 2]}"
  done
}

do_files() {
  local -i at
  local service
  for ((at = 0; at < ${#FILES[@]}; at += 3)); do
    if ! is_installed "${FILES[@]:at:3}"; then
      service=$(consumer "${FILES[at + 2]}")
      if [[ -n $service ]]; then
        owe "$service"
      fi
      put "${FILES[at]}" "${FILES[at + 2]}" <"$DIRECTORY/${FILES[at + 1]}"
    fi
  done
}

# The parts of this folder that must be there, checked before anything changes.
check_folder() {
  local -i at
  for ((at = 0; at < ${#FILES[@]}; at += 3)); do
    if [[ ! -f $DIRECTORY/${FILES[at + 1]} ]]; then
      problem "$DIRECTORY/${FILES[at + 1]} is missing" 'copy the whole folder to the host again'
    fi
  done
}

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

# Settings: SECRETS, rows of name, file on the host, variable of the environment, and for what it is
# needed: "join" until the machine is a node, else the file that is made of it.

# A variable of the environment takes the place of a file that is not there.
secret_from_environment() {
  local -r path=$1 variable=$2
  [[ ! -s $path && -n ${!variable-} ]]
}

secret_was_used() {
  local -r use=$1
  if [[ $use == join ]]; then
    is_node
  else
    [[ -e $use ]]
  fi
}

check_secrets() {
  local -i at
  local name path variable
  for ((at = 0; at < ${#SECRETS[@]}; at += 4)); do
    name=${SECRETS[at]} path=${SECRETS[at + 1]} variable=${SECRETS[at + 2]}
    if secret_was_used "${SECRETS[at + 3]}" || secret_from_environment "$path" "$variable"; then
      continue
    fi
    if [[ ! -s $path ]]; then
      problem "$path is missing" "write $name into it (mode 0600, owner root) or set $variable"
    elif [[ $(stat -Lc '%u %a' -- "$path") != '0 '[0-7]00 ]]; then
      problem "$path can be read by others" "chown root and chmod 0600 $path"
    fi
  done
}

todo_secrets() {
  local -i at
  for ((at = 0; at < ${#SECRETS[@]}; at += 4)); do
    if secret_from_environment "${SECRETS[at + 1]}" "${SECRETS[at + 2]}"; then
      printf '%s\n' "write ${SECRETS[at + 1]} from the environment"
    fi
  done
}

do_secrets() {
  local -i at
  local variable
  for ((at = 0; at < ${#SECRETS[@]}; at += 4)); do
    variable=${SECRETS[at + 2]}
    if secret_from_environment "${SECRETS[at + 1]}" "$variable"; then
      printf '%s\n' "${!variable}" | put 0600 "${SECRETS[at + 1]}"
    fi
  done
}

# Settings: OS_FAMILY, OS_VERSION, ADDRESSES, INTERFACE, MINIMUM_CPUS, MINIMUM_MEMORY_KIB,
# MINIMUM_DISK_KIB. A minimum of 0 asks for nothing.

os_release() (
  # shellcheck source=/dev/null
  source /etc/os-release
  printf '%s\n' "${!1-}"
)

check_system() {
  local family version
  family=$(os_release ID)
  version=$(os_release VERSION_ID)
  if [[ $family != "$OS_FAMILY" ]]; then
    problem "this is $family" "the cluster's machines run $OS_FAMILY: change spec.os.family or the machine"
  elif [[ -n $OS_VERSION && $version. != "$OS_VERSION".* && $OS_VERSION. != "$version".* ]]; then
    problem "this is $family $version" "spec.os.version says $OS_VERSION: change it or the machine"
  fi
}

check_tools() {
  local tool
  for tool in "$@"; do
    if ! has "$tool"; then
      problem "$tool is missing" 'install the package that has it'
    fi
  done
}

# A machine has a little less memory than its maker says: its kernel keeps some for itself.
check_size() {
  local -i cpus memory disk
  cpus=$(getconf _NPROCESSORS_ONLN)
  memory=$(awk '$1 == "MemTotal:" { print $2 }' /proc/meminfo)
  disk=$(df -kP /var/lib | awk 'NR == 2 { print $2 }')
  if ((cpus < MINIMUM_CPUS)); then
    problem "there are $cpus CPUs" "give the machine $MINIMUM_CPUS"
  fi
  if ((memory * 10 < MINIMUM_MEMORY_KIB * 9)); then
    problem "there are $memory KiB of memory" "give the machine $MINIMUM_MEMORY_KIB KiB"
  fi
  if ((disk * 10 < MINIMUM_DISK_KIB * 9)); then
    problem "the disk of /var/lib has $disk KiB" "give it $MINIMUM_DISK_KIB KiB"
  fi
}

check_free_space() {
  local -i free
  free=$(df -kP /var/lib | awk 'NR == 2 { print $4 }')
  if ((free < 2 * 1024 * 1024)); then
    problem "/var/lib has $free KiB left" 'packages and images need 2 GiB: free some or enlarge the disk'
  fi
}

# The surest sign that this folder came to the wrong machine.
check_addresses() {
  local address
  for address in "${ADDRESSES[@]}"; do
    if [[ -z $(ip -o address show ${INTERFACE:+dev "$INTERFACE"} to "$address" 2>/dev/null) ]]; then
      problem "$address is not an address of ${INTERFACE:-this machine}" \
        'configure it, correct the spec, or run this on the machine that it belongs to'
    fi
  done
}

is_listening() {
  local hex
  printf -v hex '%04X' "$1"
  awk -v port=":$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 }
    END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

check_ports() {
  local port
  for port in "$@"; do
    if is_listening "$port"; then
      problem "something listens on port $port" "stop it: ss -Hltnp 'sport = :$port' names it"
    fi
  done
}

check_resolves() {
  local -r host=$1
  if ! getent ahosts "$host" >/dev/null; then
    problem "$host has no address" 'enter the API endpoint in DNS, or in /etc/hosts of every machine'
  fi
}

note_clock() {
  if has timedatectl && [[ $(timedatectl show -p NTPSynchronized --value 2>/dev/null) == no ]]; then
    say 'note: the clock is not synchronized; certificates of a clock that runs ahead are refused'
  fi
}

note_hostname() {
  local -r name=$1
  local hostname
  hostname=$(uname -n)
  if [[ ${hostname%%.*} != "${name%%.*}" ]]; then
    say "note: the machine calls itself $hostname, and its node will be $name"
  fi
}

# Settings: BASE_PACKAGES; KEYS, rows of URL, file on the host and fingerprint, which is empty for a
# repository whose key is not known.
# Functions of others: add PACKAGE..., has_package PACKAGE.

# Prints the fingerprints of all keys in a file.
fingerprints() {
  gpg --batch --quiet --no-options --homedir "$1" --with-colons --show-keys "$2" 2>/dev/null |
    awk -F : '$1 == "pub" { primary = 1 } $1 == "fpr" && primary { print $10; primary = 0 }'
}

todo_base_packages() {
  local package
  for package in "${BASE_PACKAGES[@]}"; do
    has_package "$package" || printf '%s\n' "install $package"
  done
}

do_base_packages() {
  local -a missing=()
  local package
  for package in "${BASE_PACKAGES[@]}"; do
    has_package "$package" || missing+=("$package")
  done
  add "${missing[@]}"
}

todo_keys() {
  local -i at
  for ((at = 0; at < ${#KEYS[@]}; at += 3)); do
    is_as 0644 "${KEYS[at + 1]}" || printf '%s\n' "fetch ${KEYS[at]}"
  done
}

# A key that is known is believed only with its fingerprint; another one as far as TLS goes.
do_keys() {
  local folder
  local -i at
  folder=$(mktemp -d)
  for ((at = 0; at < ${#KEYS[@]}; at += 3)); do
    if is_as 0644 "${KEYS[at + 1]}"; then
      continue
    fi
    run curl -fsS --proto =https --tlsv1.2 --retry 5 --max-time 120 -o "$folder/key" -- "${KEYS[at]}"
    if [[ -n ${KEYS[at + 2]} && $(fingerprints "$folder" "$folder/key") != "${KEYS[at + 2]}" ]]; then
      rm -rf -- "$folder"
      stop "${KEYS[at]} is not the key ${KEYS[at + 2]}: somebody stands between, or it was replaced"
    fi
    put 0644 "${KEYS[at + 1]}" <"$folder/key"
  done
  rm -rf -- "$folder"
}

has_package() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Prints nothing if the package is not there.
package_version() {
  if has_package "$1"; then
    dpkg-query -W -f '${Version}' "$1"
  fi
}

at_version() { printf '%s\n' "$1=$2"; }

# Files that we wrote stay as they are when their package comes.
add() {
  run apt-get -q update
  run env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    --allow-change-held-packages -o Dpkg::Options::=--force-confold install "$@"
}

is_held() { [[ $'\n'$(apt-mark showhold)$'\n' == *$'\n'"$1"$'\n'* ]]; }

hold() { run apt-mark hold "$1"; }

# Prints keepalived's block of the password that a file holds; a line feed at its end is not part of
# it. Fails, and says nothing of the password, where keepalived would read another one: it has
# neither escapes that all versions know nor room for more than eight characters.
vrrp_authentication() {
  local -r file=$1
  local -r allowed='^[] !#%-[^-~]+$'
  local LC_ALL=C password
  if ! password=$(<"$file"); then
    return 1
  fi
  if [[ -z $password ]]; then
    printf '%s\n' "$file is empty: it must hold the password of VRRP" >&2
    return 1
  fi
  if ((${#password} > 8)); then
    printf '%s\n' "$file has more than 8 characters, and VRRP has no room for them" >&2
    return 1
  fi
  if [[ ! $password =~ $allowed ]]; then
    printf '%s\n' "$file has characters beside printable ASCII without \" \\ \$" >&2
    return 1
  fi
  printf 'authentication {\n  auth_type PASS\n  auth_pass "%s"\n}\n' "$password"
}

# Settings: PASSWORD, VRRP's, a file on the host or nothing; AUTHENTICATION, what is made of it;
# HAPROXY, KEEPALIVED, their configurations; SELINUX_BOOLEANS.

read_option() { return 1; }

preflight() {
  check_tools awk cmp flock ip sha256sum stat systemctl xargs
  if ((${#problems[@]} > 0)); then
    return
  fi
  check_folder
  check_system
  check_addresses
  check_secrets
  check_password
}

# Secrets are asked for by the files that are made of them.
is_node() { false; }

# Both programs know better than we what fits this host.
accepts() {
  local -r path=$1 candidate=$2
  case $path in
    "$HAPROXY") haproxy -c -q -f "$candidate" ;;
    "$KEEPALIVED") keepalived --config-test --use-file="$candidate" ;;
  esac
}

consumer() {
  case $1 in
    /etc/haproxy/*) printf 'haproxy\n' ;;
    /etc/keepalived/*) printf 'keepalived\n' ;;
    /etc/systemd/system/*) printf 'daemon-reload\n' ;;
  esac
}

check_password() {
  if [[ -s $PASSWORD ]] && ! vrrp_authentication "$PASSWORD" >/dev/null; then
    problem "$PASSWORD is no password of VRRP" 'write 1 to 8 letters and digits'
  fi
}

# Without its secret the file stays as it is.
todo_password() {
  if [[ -n $PASSWORD && ( -s $PASSWORD || ! -e $AUTHENTICATION ) ]] &&
    ! { [[ -s $PASSWORD ]] && holds 0600 "$AUTHENTICATION" "$(vrrp_authentication "$PASSWORD")"; }; then
    printf '%s\n' "write $AUTHENTICATION"
  fi
}

do_password() {
  owe keepalived
  vrrp_authentication "$PASSWORD" | put 0600 "$AUTHENTICATION"
}

# Where SELinux rules, HAProxy may not use an API server's port unless told so.
todo_selinux() {
  local boolean
  if has getsebool; then
    for boolean in "${SELINUX_BOOLEANS[@]}"; do
      [[ $(getsebool "$boolean" 2>/dev/null || :) != *off ]] || printf '%s\n' "set $boolean"
    done
  fi
}

do_selinux() {
  local boolean
  for boolean in "${SELINUX_BOOLEANS[@]}"; do run setsebool -P "$boolean" on; done
}

begin "$@"
step Secrets secrets
step Packages base_packages
step 'Password of VRRP' password
step SELinux selinux
step Files files
step Services services
finish
