#!/bin/sh
# Makes every secret of a deployment, once: make-secrets.sh DIRECTORY HUB_ISSUER
# (such as https://id.registan.example/realms/hub). Refuses to touch what is there. The proxy's certificate you bring.
set -eu
directory=$1
issuer=$2
umask 077
[ ! -e "$directory/registan.properties" ] || { echo "$directory is filled already" >&2; exit 1; }
mkdir -p "$directory"
cd "$directory"
secret() { openssl rand -base64 36 | tr -d '\n=' | tr '/+' '_-'; }
for name in mariadb-root mariadb-registan mariadb-keycloak keycloak-admin; do secret > "$name"; done
openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out registan-web.pem
# The public key as the hub wants it: the last 64 bytes of its DER form are its point.
base64url() { openssl base64 -A | tr '/+' '_-' | tr -d '='; }
point() { openssl pkey -in registan-web.pem -pubout -outform DER | tail -c 64; }
x=$(point | head -c 32 | base64url)
y=$(point | tail -c 32 | base64url)
kid=$(printf '{"crv":"P-256","kty":"EC","x":"%s","y":"%s"}' "$x" "$y" | openssl dgst -sha256 -binary | base64url)
printf '{"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}\n' \
  "$kid" "$x" "$y" > registan-web.jwks
cat > registan.properties <<PROPERTIES
config_ordinal=290
quarkus.datasource.password=$(cat mariadb-registan)
quarkus.oidc.web.credentials.jwt.key-file=/run/secrets/registan-web.pem
quarkus.oidc.web.credentials.jwt.token-key-id=$kid
quarkus.oidc.web.credentials.jwt.signature-algorithm=ES256
quarkus.oidc.web.credentials.jwt.audience=$issuer
quarkus.oidc.web.authentication.state-secret=$(secret)
quarkus.oidc.web.token-state-manager.encryption-secret=$(secret)
PROPERTIES
# By this backup.sh and restore.sh log in, beside the database.
printf '[client]\nprotocol=socket\nuser=root\npassword=%s\n' "$(cat mariadb-root)" > mariadb-client.cnf
# Containers read these as users of their own; the directory keeps everyone else out.
chmod 644 ./*
[ -e tls.pem ] || echo "$directory/tls.pem is for you to bring: the certificate with its chain, then its key" >&2
