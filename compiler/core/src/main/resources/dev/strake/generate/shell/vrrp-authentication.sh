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
