package dev.strake.spec;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.SecretKey;

@Doc(
    "One value of a secret, by name and key. On hosts it is the file"
        + " /etc/strake/secrets/<name>/<key>, in the cluster a Secret's key.")
@Reference("a reference such as {name: vrrp, key: auth_pass}")
public record SecretKeyRef(
    @Doc("The secret's name.") DnsSubdomain name,
    @Doc("The key inside the secret.") SecretKey key) {}
