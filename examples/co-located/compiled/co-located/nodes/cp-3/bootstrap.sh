#!/usr/bin/env bash
# Makes this machine the node cp-3 of co-located.
# Written by Strake from the cluster's description; change it there. Run it with --help.
set -euo pipefail

readonly PURPOSE='Makes this machine the node cp-3 of co-located.'
readonly ROLE=node
readonly -a FURTHER_OPTIONS=('  --reset    take back a run of kubeadm that was interrupted, then go on')
readonly NODE=cp-3
readonly -a ADDRESSES=(10.30.0.23 fd00:30::23)
readonly INTERFACE=eth0
readonly MINIMUM_CPUS=0
readonly MINIMUM_MEMORY_KIB=0
readonly MINIMUM_DISK_KIB=0
readonly -a FILES=(
  0644 files/etc/apt/preferences.d/strake.pref /etc/apt/preferences.d/strake.pref
  0644 files/etc/apt/sources.list.d/kubernetes.sources /etc/apt/sources.list.d/kubernetes.sources
  0644 files/etc/containerd/config.toml /etc/containerd/config.toml
  0644 files/etc/crictl.yaml /etc/crictl.yaml
  0644 files/etc/kubernetes/patches/kubeletconfiguration+merge.yaml /etc/kubernetes/patches/kubeletconfiguration+merge.yaml
  0644 files/etc/kubernetes/pki/apiserver-etcd-client.crt /etc/kubernetes/pki/apiserver-etcd-client.crt
  0644 files/etc/kubernetes/pki/ca.crt /etc/kubernetes/pki/ca.crt
  0644 files/etc/kubernetes/pki/etcd/ca.crt /etc/kubernetes/pki/etcd/ca.crt
  0644 files/etc/kubernetes/pki/front-proxy-ca.crt /etc/kubernetes/pki/front-proxy-ca.crt
  0644 files/etc/kubernetes/strake/control-plane/audit-policy.yaml /etc/kubernetes/strake/control-plane/audit-policy.yaml
  0644 files/etc/kubernetes/strake/control-plane/authentication.yaml /etc/kubernetes/strake/control-plane/authentication.yaml
  0644 files/etc/modules-load.d/strake.conf /etc/modules-load.d/strake.conf
  0644 files/etc/sysctl.d/99-zz-strake.conf /etc/sysctl.d/99-zz-strake.conf
)
readonly -a SECRETS=(
  'the bootstrap token' /run/kubeadm/token STRAKE_BOOTSTRAP_TOKEN join
  'the key of the cluster'\''s authority' /etc/strake/secrets/ca.key STRAKE_CA_KEY /etc/kubernetes/pki/ca.key
  'the key of the front proxy'\''s authority' /etc/strake/secrets/front-proxy-ca.key STRAKE_FRONT_PROXY_CA_KEY /etc/kubernetes/pki/front-proxy-ca.key
  'the key of service accounts'\'' tokens' /etc/strake/secrets/sa.key STRAKE_SA_KEY /etc/kubernetes/pki/sa.key
  'the key of etcd'\''s client certificate' /etc/strake/secrets/etcd-client.key STRAKE_ETCD_CLIENT_KEY /etc/kubernetes/pki/apiserver-etcd-client.key
  'the keys of encryption' /etc/strake/secrets/encryption-keys STRAKE_ENCRYPTION_KEYS /etc/kubernetes/strake/control-plane/encryption.yaml
)
readonly -a CHECKS=(check_token check_certificate_key check_authority check_encryption)
readonly OS_FAMILY=ubuntu
readonly OS_VERSION=''
readonly -a MODULES=(br_netfilter overlay)
readonly -a SYSCTLS=(
  kernel.keys.root_maxbytes 25000000
  kernel.keys.root_maxkeys 1000000
  kernel.panic 10
  kernel.panic_on_oops 1
  net.bridge.bridge-nf-call-ip6tables 1
  net.bridge.bridge-nf-call-iptables 1
  net.ipv4.ip_forward 1
  net.ipv6.conf.all.forwarding 1
  vm.overcommit_memory 1
  vm.panic_on_oom 0
)
readonly SYSCTL_FILE=/etc/sysctl.d/99-zz-strake.conf
readonly SWAP_OFF=true
readonly -a PLAIN_RESOLV_CONF=()
readonly -a ENABLED=(containerd kubelet)
readonly -a ACTIVE=(containerd)
readonly -a BASE_PACKAGES=(ca-certificates conntrack curl ethtool gpg iproute2 iptables openssl socat)
readonly -a PACKAGES=(
  kubelet 1.36.4-1.1
  kubeadm 1.36.4-1.1
  kubectl 1.36.4-1.1
)
readonly CONTAINERD=2.3.2
readonly CONTAINERD_PACKAGE='2.3.2-*'
readonly CONTAINERD_URI=https://download.docker.com/linux/ubuntu
readonly HOLD=true
readonly -a KEYS=(
  https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key /etc/apt/keyrings/kubernetes.asc DE15B14486CD377B9E876E1A234654DA9A296436
  https://download.docker.com/linux/ubuntu/gpg /etc/apt/keyrings/containerd.asc 9DC858229FC7DD38854AE2D88D81803C0EBFCD88
)
readonly KUBEADM=join-control-plane
readonly ENDPOINT=10.30.0.10:6443
readonly ENDPOINT_NAME=''
readonly -a PORTS=(10250 6444 10257 10259)
readonly CRI_SOCKET=unix:///run/containerd/containerd.sock
readonly DISCOVERY=/etc/kubernetes/strake/discovery.conf
readonly TOKEN=/run/kubeadm/token
readonly AUTHORITY=ca.crt
readonly CERTIFICATE_KEY=''
readonly UPLOAD_CERTS=false
readonly ETCD_DATA=''
readonly LOAD_BALANCER=/var/lib/strake/loadbalancer
readonly -a AUTHORITY_KEYS=(
  /etc/strake/secrets/ca.key /etc/kubernetes/pki/ca.key
  /etc/strake/secrets/front-proxy-ca.key /etc/kubernetes/pki/front-proxy-ca.key
  /etc/strake/secrets/sa.key /etc/kubernetes/pki/sa.key
  /etc/strake/secrets/etcd-client.key /etc/kubernetes/pki/apiserver-etcd-client.key
)
readonly CREATE_TOKEN=false
readonly TOKEN_SECONDS=86400
readonly -a MANAGED_LABELS=()
readonly ENCRYPTION=/etc/kubernetes/strake/control-plane/encryption.yaml
readonly ENCRYPTION_KEYS=/etc/strake/secrets/encryption-keys
readonly ENCRYPTION_PROVIDER=secretbox
readonly -a ENCRYPTED_RESOURCES=(secrets)

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

# Settings: PACKAGES, rows of name and version of Kubernetes' packages; CONTAINERD, its version;
# CONTAINERD_PACKAGE, the version of its package; CONTAINERD_URI, apt's, or nothing; HOLD.

readonly CONTAINERD_SOURCE=/etc/apt/sources.list.d/containerd.sources

# Its suites are named after releases, which only the host knows for sure.
containerd_source() {
  printf '%s\n' 'Types: deb' "URIs: $CONTAINERD_URI" "Suites: $(os_release VERSION_CODENAME)" \
    'Components: stable' 'Signed-By: /etc/apt/keyrings/containerd.asc'
}

todo_containerd_source() {
  if [[ -n $CONTAINERD_URI ]] && ! holds 0644 "$CONTAINERD_SOURCE" "$(containerd_source)"; then
    printf '%s\n' "write $CONTAINERD_SOURCE"
  fi
}

do_containerd_source() { containerd_source | put 0644 "$CONTAINERD_SOURCE"; }

# Of whatever package: a distribution's 2.3.2~ds1-1 is as good. Prints nothing if there is none.
containerd_version() {
  local version
  if has containerd; then
    read -r _ _ version _ <<<"$(containerd --version)"
    version=${version#v}
    [[ $version == "$CONTAINERD" ]] || version=${version%%[~+-]*}
    printf '%s\n' "$version"
  fi
}

# A node's versions change in an upgrade only: that drains the node first, and keeps an order.
wants() {
  local -r there=$1 wanted=$2
  [[ -z $there ]] || { [[ $there != "$wanted" ]] && ! is_node; }
}

# Prints what the package manager shall install, one a line.
missing_packages() {
  local -i at
  if wants "$(containerd_version)" "$CONTAINERD"; then
    at_version containerd.io "$CONTAINERD_PACKAGE"
  fi
  for ((at = 0; at < ${#PACKAGES[@]}; at += 2)); do
    if wants "$(package_version "${PACKAGES[at]}")" "${PACKAGES[at + 1]}"; then
      at_version "${PACKAGES[@]:at:2}"
    fi
  done
}

todo_packages() {
  local package
  while IFS= read -r package; do
    [[ -z $package ]] || printf '%s\n' "install $package"
  done <<<"$(missing_packages)"
}

do_packages() {
  local -a missing
  mapfile -t missing <<<"$(missing_packages)"
  owe containerd
  add "${missing[@]}"
}

note_version() {
  local -r name=$1 there=$2 wanted=$3
  if [[ -n $there && $there != "$wanted" ]]; then
    say "note: $name is $there here and $wanted in the spec; an upgrade changes that, not this script"
  fi
}

note_versions() {
  local -i at
  if ! is_node; then
    return
  fi
  note_version containerd "$(containerd_version)" "$CONTAINERD"
  for ((at = 0; at < ${#PACKAGES[@]}; at += 2)); do
    note_version "${PACKAGES[at]}" "$(package_version "${PACKAGES[at]}")" "${PACKAGES[at + 1]}"
  done
}

# Prints the packages that updates must leave alone and would not, one a line.
loose_packages() {
  local -i at
  if has_package containerd.io && ! is_held containerd.io; then
    printf '%s\n' containerd.io
  fi
  for ((at = 0; at < ${#PACKAGES[@]}; at += 2)); do
    is_held "${PACKAGES[at]}" || printf '%s\n' "${PACKAGES[at]}"
  done
}

todo_hold() {
  local package
  if $HOLD; then
    while IFS= read -r package; do
      [[ -z $package ]] || printf '%s\n' "hold $package"
    done <<<"$(loose_packages)"
  fi
}

do_hold() {
  local package
  while IFS= read -r package; do
    hold "$package"
  done <<<"$(loose_packages)"
}

# Settings: MODULES; SYSCTLS, rows of name and value; SYSCTL_FILE; SWAP_OFF; PLAIN_RESOLV_CONF.

todo_modules() {
  local module
  for module in "${MODULES[@]}"; do
    if [[ ! -d /sys/module/$module ]]; then
      printf '%s\n' "load $module"
    fi
  done
}

do_modules() {
  local module
  for module in "${MODULES[@]}"; do
    run modprobe -- "$module"
  done
}

todo_sysctls() {
  local -i at
  for ((at = 0; at < ${#SYSCTLS[@]}; at += 2)); do
    if [[ $(sysctl -n -- "${SYSCTLS[at]}" 2>/dev/null || :) != "${SYSCTLS[at + 1]}" ]]; then
      printf '%s\n' "set ${SYSCTLS[at]} to ${SYSCTLS[at + 1]}"
    fi
  done
}

do_sysctls() { run sysctl -q -p "$SYSCTL_FILE"; }

active_swap() { awk 'NR > 1 { print $1 }' /proc/swaps; }

fstab_swap() {
  if [[ -f /etc/fstab ]]; then
    awk '$1 !~ /^#/ && $3 == "swap" { print $1 }' /etc/fstab
  fi
}

todo_swap() {
  local entry
  if ! $SWAP_OFF; then
    return 0
  fi
  while IFS= read -r entry; do
    [[ -z $entry ]] || printf '%s\n' "turn off $entry"
  done <<<"$(active_swap)"
  while IFS= read -r entry; do
    [[ -z $entry ]] || printf '%s\n' "take $entry out of /etc/fstab"
  done <<<"$(fstab_swap)"
}

# Swap that no line of fstab asks for, such as zram's, has a unit of its own.
do_swap() {
  local unit
  if [[ -n $(fstab_swap) ]]; then
    if [[ ! -e /etc/fstab.before-strake ]]; then
      put 0644 /etc/fstab.before-strake </etc/fstab
    fi
    awk '$1 !~ /^#/ && $3 == "swap" { printf "# " } { print }' /etc/fstab | put 0644 /etc/fstab
    run systemctl daemon-reload
  fi
  while read -r unit _; do
    [[ -z $unit ]] || run systemctl mask --now -- "$unit"
  done <<<"$(systemctl --no-legend --plain list-units --type=swap)"
  run swapoff -a
}

# Where no daemon keeps resolv.conf, it is a file of ours.
resolv_conf() {
  local address
  for address in "${PLAIN_RESOLV_CONF[@]}"; do
    printf 'nameserver %s\n' "$address"
  done
}

todo_resolv_conf() {
  if ((${#PLAIN_RESOLV_CONF[@]} > 0)) && [[ ! -L /etc/resolv.conf ]] &&
    ! holds 0644 /etc/resolv.conf "$(resolv_conf)"; then
    printf '%s\n' 'write /etc/resolv.conf'
  fi
}

do_resolv_conf() { resolv_conf | put 0644 /etc/resolv.conf; }

# Settings: NODE; KUBEADM, init, join-control-plane or join; ENDPOINT; UPLOAD_CERTS;
# CERTIFICATE_KEY, a file or nothing; TOKEN and AUTHORITY, files; ETCD_DATA, nothing where etcd
# is elsewhere; CRI_SOCKET; DISCOVERY.

readonly ADMIN=/etc/kubernetes/admin.conf
readonly UNDER_WAY=$STATE/kubeadm-under-way

reset=false

kube() { kubectl --kubeconfig="$ADMIN" --request-timeout=30s "$@"; }

# kubeadm's last acts: a worker's kubelet has a certificate of its own; a control plane is marked as
# one; the cluster's first lets others in, and has its DNS.
kubeadm_is_complete() {
  [[ -s /etc/kubernetes/kubelet.conf && ! -e /etc/kubernetes/bootstrap-kubelet.conf ]] || return 1
  if [[ $KUBEADM == join ]]; then
    return 0
  fi
  [[ -s $ADMIN ]] || return 1
  [[ -n $(kube get nodes -o name -l node-role.kubernetes.io/control-plane \
    --field-selector "metadata.name=$NODE" 2>/dev/null) ]] || return 1
  if [[ $KUBEADM == init ]]; then
    kube -n kube-public get configmap cluster-info -o name >/dev/null 2>&1 || return 1
    kube -n kube-system get configmap kubelet-config -o name >/dev/null 2>&1
  fi
}

# Where a run of kubeadm was cut off, what it left decides; else a kubelet.conf is the end of one.
is_node() {
  [[ -s /etc/kubernetes/kubelet.conf ]] || return 1
  [[ ! -e $UNDER_WAY ]] || kubeadm_is_complete
}

# What a machine that is no node must not have: kubeadm would stumble over it later.
leftovers() {
  local path
  for path in /etc/kubernetes/{admin,super-admin,kubelet,bootstrap-kubelet}.conf \
    /etc/kubernetes/{controller-manager,scheduler}.conf \
    /etc/kubernetes/manifests/{kube-apiserver,etcd}.yaml ${ETCD_DATA:+"$ETCD_DATA/member"}; do
    if [[ -e $path ]]; then
      printf '%s\n' "$path"
    fi
  done
}

check_kubeadm() {
  local found
  if is_node; then
    if $reset; then
      problem 'this machine is a node already' \
        '--reset is for runs of kubeadm that were interrupted; drain it and run kubeadm reset yourself'
    fi
    return 0
  fi
  found=$(leftovers)
  if [[ -n $found ]] && ! $reset; then
    if [[ -e $UNDER_WAY ]]; then
      problem "kubeadm was interrupted and left ${found//$'\n'/ }" \
        'run this with --reset: it takes that back with kubeadm reset, and begins again'
    else
      problem "there are traces of another cluster: ${found//$'\n'/ }" \
        'if nobody needs them, run this with --reset, which runs kubeadm reset'
    fi
  fi
}

todo_reset() {
  if $reset && [[ -n $(leftovers) ]] && ! is_node; then
    printf '%s\n' 'take back what an interrupted kubeadm left'
  fi
}

do_reset() {
  run kubeadm reset --force --cri-socket "$CRI_SOCKET"
  rm -f -- "$UNDER_WAY"
}

# How a machine that joins finds the cluster, and believes that it is the right one. The token stays
# in its own file.
discovery() {
  printf '%s\n' \
    'apiVersion: v1' \
    'kind: Config' \
    'clusters:' \
    '- name: cluster' \
    '  cluster:' \
    "    server: https://$ENDPOINT" \
    "    certificate-authority-data: $(base64 -w 0 -- "$1")" \
    'contexts:' \
    '- name: join' \
    '  context:' \
    '    cluster: cluster' \
    '    user: joining-node' \
    'current-context: join' \
    'users:' \
    '- name: joining-node' \
    '  user:' \
    "    tokenFile: $TOKEN"
}

todo_discovery() {
  if ! is_node &&
    ! { [[ -s $AUTHORITY ]] && holds 0600 "$DISCOVERY" "$(discovery "$AUTHORITY")"; }; then
    printf '%s\n' "write $DISCOVERY"
  fi
}

do_discovery() { discovery "$AUTHORITY" | put 0600 "$DISCOVERY"; }

# kubeadm has no way to read this key from a file of its own.
with_certificate_key() {
  local -r after=$1 indent=$2
  local key line
  key=$(<"$CERTIFICATE_KEY")
  while IFS= read -r line; do
    printf '%s\n' "$line"
    if [[ $line == "$after" ]]; then
      printf '%scertificateKey: %s\n' "$indent" "$key"
    fi
  done <"$DIRECTORY/kubeadm.yaml"
}

readonly TOKEN_SHAPE='^([a-z0-9]{6})\.([a-z0-9]{16})$'

check_token() {
  if [[ -s $TOKEN && ! $(<"$TOKEN") =~ $TOKEN_SHAPE ]]; then
    problem "$TOKEN holds no bootstrap token" 'write what kubeadm token generate prints'
  fi
}

check_authority() {
  if ! is_node && [[ ! -s $AUTHORITY ]]; then
    problem "$AUTHORITY is missing, with which this machine knows the cluster" \
      'copy /etc/kubernetes/pki/ca.crt from the first control plane'
  fi
}

check_certificate_key() {
  if [[ -s $CERTIFICATE_KEY && ! $(<"$CERTIFICATE_KEY") =~ ^[0-9a-f]{64}$ ]]; then
    problem "$CERTIFICATE_KEY holds no certificate key" \
      'write what kubeadm certs certificate-key prints'
  fi
}

todo_kubeadm() { is_node || printf '%s\n' "run kubeadm ${KUBEADM%%-*}"; }

do_kubeadm() {
  local config=$DIRECTORY/kubeadm.yaml
  local -a options=()
  if [[ -n $CERTIFICATE_KEY ]]; then
    config=/run/strake/kubeadm.yaml
    case $KUBEADM in
      init) with_certificate_key 'kind: InitConfiguration' '' ;;
      *) with_certificate_key 'controlPlane:' '  ' ;;
    esac | put 0600 "$config"
  fi
  if [[ $KUBEADM == init ]]; then
    options+=(--skip-token-print)
    if $UPLOAD_CERTS; then
      options+=(--upload-certs --skip-certificate-key-print)
    fi
  fi
  printf '%s\n' "$KUBEADM" | put 0600 "$UNDER_WAY"
  run kubeadm "${KUBEADM%%-*}" --config "$config" "${options[@]}"
  rm -f -- "$UNDER_WAY" /run/strake/kubeadm.yaml
}

# Left behind where the end of kubeadm was the end of this script too.
todo_tidy() {
  local path
  for path in "$UNDER_WAY" /run/strake/kubeadm.yaml; do
    if [[ -e $path ]]; then
      printf '%s\n' "remove $path"
    fi
  done
}

do_tidy() { rm -f -- "$UNDER_WAY" /run/strake/kubeadm.yaml; }

# Settings: AUTHORITY_KEYS, rows of secret and file of kubeadm's; CREATE_TOKEN, whether others join
# with what this machine says; TOKEN_SECONDS; MANAGED_LABELS, rows of node and label.

# Keys that cannot change under a running cluster: those that are there stay.
todo_authorities() {
  local -i at
  for ((at = 0; at < ${#AUTHORITY_KEYS[@]}; at += 2)); do
    if [[ ! -s ${AUTHORITY_KEYS[at + 1]} ]]; then
      printf '%s\n' "write ${AUTHORITY_KEYS[at + 1]}"
    fi
  done
  if has_service_account_key && [[ ! -s /etc/kubernetes/pki/sa.pub ]]; then
    printf '%s\n' 'write /etc/kubernetes/pki/sa.pub'
  fi
}

has_service_account_key() {
  [[ " ${AUTHORITY_KEYS[*]} " == *' /etc/kubernetes/pki/sa.key '* ]]
}

do_authorities() {
  local -i at
  for ((at = 0; at < ${#AUTHORITY_KEYS[@]}; at += 2)); do
    if [[ ! -s ${AUTHORITY_KEYS[at + 1]} ]]; then
      put 0600 "${AUTHORITY_KEYS[at + 1]}" <"${AUTHORITY_KEYS[at]}"
    fi
  done
  if has_service_account_key; then
    openssl pkey -in /etc/kubernetes/pki/sa.key -pubout | put 0644 /etc/kubernetes/pki/sa.pub
  fi
}

# How long the token is good, counted from when it was put on this host.
token_ends() {
  local since
  since=$(stat -Lc %Y -- "$TOKEN")
  printf '%d\n' "$((since + TOKEN_SECONDS))"
}

todo_token() {
  local -i now
  if ! $CREATE_TOKEN || [[ ! -s $TOKEN ]]; then
    return 0
  fi
  printf -v now '%(%s)T' -1
  if (($(token_ends) <= now)); then
    return 0
  fi
  if ! is_node || ! has_token; then
    printf '%s\n' 'let other machines join with the token'
  fi
}

has_token() {
  local token
  token=$(<"$TOKEN")
  kube -n kube-system get secret "bootstrap-token-${token%%.*}" -o name >/dev/null 2>&1
}

# On standard input, since command lines are for everyone to see.
do_token() {
  local token expiration
  token=$(<"$TOKEN")
  TZ=UTC printf -v expiration '%(%Y-%m-%dT%H:%M:%SZ)T' "$(token_ends)"
  printf '%s\n' \
    'apiVersion: v1' \
    'kind: Secret' \
    "metadata: {name: bootstrap-token-${token%%.*}, namespace: kube-system}" \
    'type: bootstrap.kubernetes.io/token' \
    'stringData:' \
    "  token-id: \"${token%%.*}\"" \
    "  token-secret: \"${token#*.}\"" \
    "  expiration: \"$expiration\"" \
    '  usage-bootstrap-authentication: "true"' \
    '  usage-bootstrap-signing: "true"' \
    '  auth-extra-groups: system:bootstrappers:kubeadm:default-node-token' |
    kube create -f - >/dev/null
}

# Labels that a kubelet may not give itself; other nodes get theirs as soon as they are there.
todo_labels() {
  local -i at
  local nodes
  if ((${#MANAGED_LABELS[@]} == 0)); then
    return 0
  fi
  if ! is_node; then
    printf '%s\n' 'label the nodes that are there'
    return 0
  fi
  nodes=$'\n'$(kube get nodes -o name)$'\n'
  for ((at = 0; at < ${#MANAGED_LABELS[@]}; at += 2)); do
    if [[ $nodes == *$'\n'"node/${MANAGED_LABELS[at]}"$'\n'* ]] &&
      ! has_label "${MANAGED_LABELS[@]:at:2}"; then
      printf '%s\n' "label ${MANAGED_LABELS[at]} with ${MANAGED_LABELS[at + 1]}"
    fi
  done
}

has_label() {
  local -r node=$1 label=$2
  [[ -n $(kube get nodes -o name -l "$label" --field-selector "metadata.name=$node") ]]
}

do_labels() {
  local -i at
  local nodes
  nodes=$'\n'$(kube get nodes -o name)$'\n'
  for ((at = 0; at < ${#MANAGED_LABELS[@]}; at += 2)); do
    if [[ $nodes == *$'\n'"node/${MANAGED_LABELS[at]}"$'\n'* ]] &&
      ! has_label "${MANAGED_LABELS[@]:at:2}"; then
      run kubectl --kubeconfig="$ADMIN" label node "${MANAGED_LABELS[@]:at:2}" --overwrite
    fi
  done
}

# Writes the API server's EncryptionConfiguration from the keys on this host. A key appears in no
# argument of a program, in no message and in no trace.
#
#   render_encryption_configuration PROVIDER KEYS_FILE TARGET RESOURCE...
#
# KEYS_FILE has a line "name: base64" for each key, as SOPS decrypts it. The first key encrypts; all
# of them decrypt. TARGET is replaced as a whole, for root alone, and left as it is where nothing
# changes. It must be the same on every control plane.
render_encryption_configuration() {
  local -
  set +x
  local provider=$1 keys_file=$2 target=$3
  shift 3
  local written
  if [[ ! -s $keys_file ]]; then
    printf 'encryption: there are no keys in %s\n' "$keys_file" >&2
    return 1
  fi
  (umask 077 && mkdir -p -- "${target%/*}")
  written=$(umask 077 && mktemp -- "$target.XXXXXX")
  if ! encryption_configuration "$provider" "$keys_file" "$@" >"$written"; then
    rm -f -- "$written"
    return 1
  fi
  if [[ -f $target ]] && cmp -s -- "$written" "$target"; then
    rm -f -- "$written"
    chmod 0600 -- "$target"
  else
    mv -f -- "$written" "$target"
  fi
}

# The text, on standard output. What was written already stays in the cluster as it is until it is
# written again, so that "identity" has to remain for reading.
encryption_configuration() {
  local provider=$1 keys_file=$2 resource
  shift 2
  printf '%s\n' 'apiVersion: apiserver.config.k8s.io/v1' 'kind: EncryptionConfiguration' \
    'resources:' '- resources:'
  for resource in "$@"; do
    printf '  - "%s"\n' "$resource"
  done
  printf '%s\n' '  providers:' "  - $provider:" '      keys:'
  encryption_keys "$provider" "$keys_file" || return 1
  printf '%s\n' '  - identity: {}'
}

encryption_keys() {
  local provider=$1 keys_file=$2
  local pattern='^([A-Za-z0-9][A-Za-z0-9._-]*):[[:space:]]+["'\'']?([A-Za-z0-9+/]+={0,2})["'\'']?[[:space:]]*$'
  local line name secret number=0 found=' '
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    line=${line%$'\r'}
    if [[ $line =~ ^[[:space:]]*(#.*)?$ || $line == --- ]]; then
      continue
    fi
    if [[ ! $line =~ $pattern ]]; then
      printf 'encryption: %s:%d: not a key as "name: base64"\n' "$keys_file" "$number" >&2
      return 1
    fi
    name=${BASH_REMATCH[1]}
    secret=${BASH_REMATCH[2]}
    if [[ $found == *" $name "* ]]; then
      printf 'encryption: %s:%d: the name %s is there already\n' "$keys_file" "$number" "$name" >&2
      return 1
    fi
    if ! encryption_key_fits "$provider" "$secret"; then
      printf 'encryption: %s:%d: the key is not %s bytes long\n' "$keys_file" "$number" \
        "$(encryption_key_sizes "$provider")" >&2
      return 1
    fi
    found+="$name "
    printf '      - name: "%s"\n        secret: "%s"\n' "$name" "$secret"
  done <"$keys_file"
  if [[ $found == ' ' ]]; then
    printf 'encryption: there are no keys in %s\n' "$keys_file" >&2
    return 1
  fi
}

# The sizes that the API server takes, with spaces or words between them.
encryption_key_sizes() {
  case $1 in
    secretbox) printf '32' ;;
    *) printf '16, 24 or 32' ;;
  esac
}

encryption_key_fits() {
  local bytes sizes
  bytes=$(printf '%s' "$2" | base64 -d 2>/dev/null | wc -c) || return 1
  sizes=" $(encryption_key_sizes "$1") "
  [[ ${sizes//,/ } == *" $((bytes)) "* ]]
}

# Settings: ENCRYPTION_KEYS, a file on the host; ENCRYPTION, what is made of it; ENCRYPTION_PROVIDER;
# ENCRYPTED_RESOURCES.

encryption() {
  encryption_configuration "$ENCRYPTION_PROVIDER" "$ENCRYPTION_KEYS" "${ENCRYPTED_RESOURCES[@]}"
}

check_encryption() {
  if [[ -s $ENCRYPTION_KEYS ]] && ! encryption >/dev/null; then
    problem "$ENCRYPTION_KEYS holds no keys for $ENCRYPTION_PROVIDER" \
      'write a line "name: key" for each, where a key is 32 random bytes in base64'
  fi
}

# Without its secret the file stays as it is.
todo_encryption() {
  if [[ -s $ENCRYPTION_KEYS || ! -e $ENCRYPTION ]] &&
    ! { [[ -s $ENCRYPTION_KEYS ]] && holds 0600 "$ENCRYPTION" "$(encryption)"; }; then
    printf '%s\n' "write $ENCRYPTION"
  fi
}

do_encryption() { encryption | put 0600 "$ENCRYPTION"; }

# Settings: NODE; ENDPOINT_NAME, nothing where it is an address; PORTS; CHECKS, further functions of
# the preflight; LOAD_BALANCER, the folder of the load balancer that this host runs too, or nothing.

readonly -a TOOLS=(awk base64 cmp df flock getconf getent ip modprobe sha256sum stat sysctl
  systemctl xargs)

read_option() {
  [[ $1 == --reset ]] || return 1
  reset=true
}

preflight() {
  local check
  check_tools "${TOOLS[@]}"
  if ((${#problems[@]} > 0)); then
    return
  fi
  check_folder
  check_system
  check_size
  check_addresses
  check_control_groups
  check_load_balancer
  if [[ -n $ENDPOINT_NAME ]]; then
    check_resolves "$ENDPOINT_NAME"
  fi
  check_kubeadm
  if ! is_node; then
    check_free_space
    if [[ -z $(leftovers) ]]; then
      check_ports "${PORTS[@]}"
    fi
  fi
  check_secrets
  for check in "${CHECKS[@]}"; do "$check"; done
  note_hostname "$NODE"
  note_clock
  note_versions
}

# The kubelet refuses the first version of control groups since 1.35:
# https://kubernetes.io/docs/concepts/architecture/cgroups/
check_control_groups() {
  if [[ ! -e /sys/fs/cgroup/cgroup.controllers ]]; then
    problem 'the control groups are version 1' \
      'boot with systemd.unified_cgroup_hierarchy=1, or install a newer system'
  fi
}

check_load_balancer() {
  if [[ -n $LOAD_BALANCER && ! -f $LOAD_BALANCER/bootstrap.sh ]]; then
    problem "$LOAD_BALANCER/bootstrap.sh is missing" \
      "copy this host's folder below loadbalancers/ to $LOAD_BALANCER: kubeadm needs its address"
  fi
}

# kubeadm talks to the virtual address from its first minute on, so something must answer there.
todo_load_balancer() {
  if [[ -n $LOAD_BALANCER ]] &&
    [[ $(bash "$LOAD_BALANCER/bootstrap.sh" --dry-run 2>&1 || :) != *'Nothing to change.' ]]; then
    printf '%s\n' "run $LOAD_BALANCER/bootstrap.sh"
  fi
}

do_load_balancer() { bash "$LOAD_BALANCER/bootstrap.sh"; }

# What a file may look like is checked by those who read it, when they start.
accepts() { :; }

# containerd reads certs.d at every pull, and needs no word.
consumer() {
  case $1 in
    /etc/containerd/certs.d/*) ;;
    /etc/containerd/*) printf 'containerd\n' ;;
    /etc/systemd/resolved.conf.d/*) printf 'systemd-resolved\n' ;;
    /etc/systemd/timesyncd.conf.d/*) printf 'systemd-timesyncd\n' ;;
    /etc/chrony/*) printf 'chrony\n' ;;
    /etc/chrony.conf) printf 'chronyd\n' ;;
    /etc/NetworkManager/*) printf 'NetworkManager\n' ;;
    /etc/systemd/system/*) printf 'daemon-reload\n' ;;
  esac
}

begin "$@"
step 'Interrupted kubeadm' reset
step Secrets secrets
step Discovery discovery
step Tools base_packages
step Files files
step 'Signing keys' keys
step 'Repository of containerd' containerd_source
step Packages packages
step 'Held packages' hold
step 'Kernel modules' modules
step 'Kernel settings' sysctls
step Swap swap
step 'Name servers' resolv_conf
step Services services
step 'Load balancer' load_balancer
step Keys authorities
step Encryption encryption
step kubeadm kubeadm
step Tidying tidy
step 'Bootstrap token' token
step Labels labels
finish
