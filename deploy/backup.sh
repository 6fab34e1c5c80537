#!/bin/sh
# Backs up all that the database holds, while everything runs: backup.sh DIRECTORY (a new one, which appears when it is whole).
# OPTIONS (/run/secrets/mariadb-client.cnf) is the option file by which the client programs reach the database as somebody with
# all rights on the schemas; CLIENT what comes before them, such as "docker compose -f deploy/compose.yaml exec -T mariadb"
# (both are seen from there); SCHEMAS ("registan keycloak") what is backed up. Not while a new version is starting.
set -eu
[ $# -eq 1 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
[ ! -e "$1" ] || { echo "$1 is there already" >&2; exit 1; }
umask 077
half=$1.half
rm -rf "$half"
mkdir -p "$half"
dump() {
  ${CLIENT:-} mariadb-dump --defaults-extra-file="${OPTIONS:-/run/secrets/mariadb-client.cnf}" \
    --single-transaction --skip-lock-tables --hex-blob "$@"
}

for schema in ${SCHEMAS:-registan keycloak}; do
  case $schema in
    registan)
      # The history of migrations goes apart, so that restore.sh can bring it back last.
      dump --add-drop-database --ignore-table=registan.flyway_schema_history --databases registan > "$half/registan.sql"
      dump registan flyway_schema_history > "$half/registan-history.sql" ;;
    *) dump --add-drop-database --databases "$schema" > "$half/$schema.sql" ;;
  esac
done
(cd "$half" && sha256sum ./*.sql > SHA256SUMS)
mv "$half" "$1"
echo "$1 holds everything that states confide: keep it as you keep the database"
