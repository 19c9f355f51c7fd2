# Settings: AUTHORITY_KEYS, rows of secret and file of kubeadm's; ENCRYPTION_KEYS, a file on the host
# or nothing; ENCRYPTION_PROVIDER, ENCRYPTED_RESOURCES, ENCRYPTION; TOKEN, TOKEN_SECONDS, CREATE_TOKEN;
# MANAGED_LABELS, rows of node and label.

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
  if [[ -n $ENCRYPTION_KEYS && ( -s $ENCRYPTION_KEYS || ! -e $ENCRYPTION ) ]] &&
    ! { [[ -s $ENCRYPTION_KEYS ]] && holds 0600 "$ENCRYPTION" "$(encryption)"; }; then
    printf '%s\n' "write $ENCRYPTION"
  fi
}

do_encryption() { encryption | put 0600 "$ENCRYPTION"; }

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
