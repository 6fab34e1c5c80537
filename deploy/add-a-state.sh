#!/bin/sh
# Lets a state take part while everything runs: enters it in Registan and joins its identity provider to the hub.
#   add-a-state.sh FILE ISSUER
# FILE (states/xyz.json) is its entry, as PUT /v1/participants/XYZ takes it; ISSUER is its own OpenID Connect provider.
# REGISTAN (http://127.0.0.1:8080) is where Registan is, OPERATOR_TOKEN an access token of the operator; what the hub
# needs is said in hub.sh. What is there already stays as it is, so that after a failure the same is run again.
set -eu
[ $# -eq 2 ] && [ -r "$1" ] || { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
[ "${OPERATOR_TOKEN:-}" ] || { echo "OPERATOR_TOKEN is not set" >&2; exit 2; }
code=$(basename "$1" .json | tr '[:lower:]' '[:upper:]')
entry=${REGISTAN:-http://127.0.0.1:8080}/v1/participants/$code
name=$(sed -n 's/.*"text": *"\([^"]*\)".*/\1/p' "$1" | head -n 1)

# The answer, then its status on a line of its own; the token is no argument, which anybody could read.
call() {
  printf 'header = "Authorization: Bearer %s"\n' "$OPERATOR_TOKEN" \
    | curl -sS --config - -w '\n%{http_code}\n' -H 'Content-Type: application/json' "$@"
}
answer=$(call "$entry")
case $answer in
  *200) echo "$code is in the register already" ;;
  *404)
    answer=$(call -X PUT --data-binary "@$1" "$entry")
    [ "$(printf '%s\n' "$answer" | tail -n 1)" = 200 ] || { printf '%s\n' "$answer" >&2; exit 1; }
    echo "$code is in the register" ;;
  *) printf '%s\n' "$answer" >&2; exit 1 ;;
esac

"$(dirname "$0")/hub.sh" provider "$code" state "$name" "$2"
echo "$code takes part; nobody shares anything with it before adopting a policy again"
