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
