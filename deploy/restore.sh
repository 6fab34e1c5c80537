#!/bin/sh
# Brings back what backup.sh made, in place of what is there: restore.sh DIRECTORY. Application and hub must be stopped.
# OPTIONS, CLIENT and SCHEMAS as in backup.sh. When it fails, it is run again: until it has succeeded the application finds
# tables without the history of their migrations, and does not start.
set -eu
[ $# -eq 1 ] && [ -r "$1/SHA256SUMS" ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
schemas=${SCHEMAS:-registan keycloak}
run() { ${CLIENT:-} mariadb --defaults-extra-file="${OPTIONS:-/run/secrets/mariadb-client.cnf}" --batch --skip-column-names "$@"; }

(cd "$1" && sha256sum --quiet --check SHA256SUMS >&2) || { echo "$1 is not as it was made" >&2; exit 1; }
for schema in $schemas; do
  [ -r "$1/$schema.sql" ] || { echo "$1 has no $schema" >&2; exit 1; }
  left=3 # seconds, for connections of what was stopped just now
  until [ "$(echo "SELECT COUNT(*) FROM information_schema.processlist WHERE db = '$schema'" | run)" = 0 ]; do
    [ $left -gt 0 ] || { echo "$schema is in use: stop what uses it" >&2; exit 1; }
    left=$((left - 1))
    sleep 1
  done
done

for schema in $schemas; do
  run < "$1/$schema.sql"
  [ "$schema" = registan ] || continue
  # What was told to partners after the backup is forgotten here: their cursors must not go on as if it were not.
  echo "UPDATE platform SET incarnation = UUID()" | run registan
  run registan < "$1/registan-history.sql"
done
echo "restored; what was taken back or blocked after the backup is shared and open again: see deploy/README.md"
