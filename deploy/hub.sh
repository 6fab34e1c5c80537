#!/bin/sh
# Sets the hub up, by Keycloak's administration API; each command is done once.
#   hub.sh console URL JWKS_FILE                  where the console is, and its public key
#   hub.sh docs URL                               lets people log in to try the contract out at URL/docs
#   hub.sh provider CODE KIND NAME ISSUER         joins a participant's identity provider
#   hub.sh client ID CODE ROLE JWKS_FILE THUMBPRINT   a participant's machine client
#   hub.sh rotate ID JWKS_FILE THUMBPRINT         another key for it
# KIND is state, organisation or operator; ROLE is machine-read or machine-submit.
# KEYCLOAK (http://127.0.0.1:8081) is where Keycloak is; ADMIN_PASSWORD_FILE holds the administrator's password.
set -eu
[ "${ADMIN_PASSWORD_FILE:-}" ] || { echo "ADMIN_PASSWORD_FILE is not set" >&2; exit 2; }
keycloak=${KEYCLOAK:-http://127.0.0.1:8081}
hub=$keycloak/admin/realms/hub

token=$(curl -sSf "$keycloak/realms/master/protocol/openid-connect/token" -d grant_type=password -d client_id=admin-cli \
  -d username=admin --data-urlencode "password@$ADMIN_PASSWORD_FILE" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
[ -n "$token" ] || { echo "$keycloak does not let the administrator in" >&2; exit 1; }
ask() { method=$1; path=$2; shift 2; curl -sSf -X "$method" "$hub$path" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
made() { ask POST "$1" -d "$2" -o /dev/null -D - | sed -n 's/^[Ll]ocation: .*\/\([^/]*\)\r*$/\1/p' | tr -d '\r'; }
member() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }
client() { ask GET "/clients?clientId=$1" | sed -n 's/^\[{"id":"\([^"]*\)".*/\1/p'; }
keys() { sed 's/["\\]/\\&/g' "$1" | tr -d '\n'; }
mapper() { # alias name type config
  ask POST "/identity-provider/instances/$1/mappers" -d "{\"name\": \"$2\", \"identityProviderAlias\": \"$1\",
    \"identityProviderMapper\": \"$3\", \"config\": {\"syncMode\": \"FORCE\", $4}}"
}

console() { # url jwks
  ask PUT "/clients/$(client registan-web)" -d "{\"clientId\": \"registan-web\", \"rootUrl\": \"$1\",
    \"attributes\": {\"use.jwks.string\": \"true\", \"use.jwks.url\": \"false\", \"jwks.string\": \"$(keys "$2")\"}}"
}

docs() { # url
  ask PUT "/clients/$(client registan-docs)" -d "{\"clientId\": \"registan-docs\", \"enabled\": true, \"rootUrl\": \"$1\",
    \"webOrigins\": [\"$1\"]}"
}

provider() { # code kind name issuer
  alias=$(printf '%s' "$1" | tr '[:upper:]' '[:lower:]')
  case $2 in
    state) roles='officer releaser state-admin auditor' ;;
    organisation) roles='expert committee secretariat' ;;
    operator) roles='operator' ;;
    *) echo "KIND is state, organisation or operator" >&2; exit 2 ;;
  esac
  if ask GET "/identity-provider/instances/$alias" > /dev/null 2>&1; then
    echo "$alias is joined already"
    return
  fi
  found=$(ask POST /identity-provider/import-config \
    -d "{\"providerId\": \"oidc\", \"fromUrl\": \"$4/.well-known/openid-configuration\"}")
  url() { printf '%s' "$found" | member "$1"; }
  organization=
  trap 'part_again "$alias" "$organization"' EXIT
  ask POST /identity-provider/instances -d "{\"alias\": \"$alias\", \"displayName\": \"$3\", \"providerId\": \"oidc\",
    \"enabled\": true, \"trustEmail\": false, \"storeToken\": false, \"linkOnly\": false,
    \"firstBrokerLoginFlowAlias\": \"registan first broker login\",
    \"config\": {\"issuer\": \"$4\", \"clientAssertionAudience\": \"$4\",
      \"authorizationUrl\": \"$(url authorizationUrl)\", \"tokenUrl\": \"$(url tokenUrl)\",
      \"jwksUrl\": \"$(url jwksUrl)\", \"logoutUrl\": \"$(url logoutUrl)\",
      \"clientId\": \"registan-hub\", \"clientAuthMethod\": \"private_key_jwt\", \"clientAssertionSigningAlg\": \"PS256\",
      \"validateSignature\": \"true\", \"useJwksUrl\": \"true\", \"pkceEnabled\": \"true\", \"pkceMethod\": \"S256\",
      \"defaultScope\": \"openid profile email\", \"disableUserInfo\": \"true\", \"isAccessTokenJWT\": \"false\",
      \"backchannelSupported\": \"true\", \"sendIdTokenOnLogout\": \"true\", \"syncMode\": \"FORCE\",
      \"allowedClockSkew\": \"10\", \"showInAccountConsole\": \"NEVER\",
      \"acceptsPromptNoneForwardFromClient\": \"false\", \"caseSensitiveOriginalUsername\": \"true\",
      \"forwardParameters\": \"ui_locales\"}}"
  organization=$(made /organizations "{\"name\": \"$alias\", \"alias\": \"$alias\", \"enabled\": true}")
  ask POST "/organizations/$organization/identity-providers" -d "\"$alias\""
  mapper "$alias" participant hardcoded-user-session-attribute-idp-mapper \
    "\"attribute\": \"participant\", \"attribute.value\": \"$1\""
  mapper "$alias" username oidc-username-idp-mapper "\"template\": \"\${ALIAS}.\${CLAIM.sub}\", \"target\": \"LOCAL\""
  mapper "$alias" agency oidc-user-session-note-idp-mapper \
    '"claims": "[{\"key\":\"agency\",\"value\":\".*\"}]", "are.claim.values.regex": "true"'
  mapper "$alias" "provider subject" oidc-user-session-note-idp-mapper \
    '"claims": "[{\"key\":\"sub\",\"value\":\".*\"}]", "are.claim.values.regex": "true"'
  for role in $roles; do
    mapper "$alias" "role $role" oidc-role-idp-mapper \
      "\"claim\": \"roles\", \"claim.value\": \"$role\", \"role\": \"registan-api.$role\""
  done
  trap - EXIT
}

part_again() { # alias organization: half a provider is none
  [ -z "$2" ] || ask DELETE "/organizations/$2" || true
  ask DELETE "/identity-provider/instances/$1" || true
}

claim() { # name value
  printf '{"name": "%s", "protocol": "openid-connect", "protocolMapper": "oidc-hardcoded-claim-mapper", "config":
    {"claim.name": "%s", "claim.value": "%s", "jsonType.label": "String", "access.token.claim": "true",
     "id.token.claim": "false", "userinfo.token.claim": "false", "introspection.token.claim": "true"}}' "$1" "$1" "$2"
}

machine() { # id code role jwks thumbprint
  id=$(made /clients "{\"clientId\": \"$1\", \"enabled\": true, \"protocol\": \"openid-connect\", \"publicClient\": false,
    \"clientAuthenticatorType\": \"client-jwt\", \"standardFlowEnabled\": false, \"directAccessGrantsEnabled\": false,
    \"serviceAccountsEnabled\": true, \"fullScopeAllowed\": false,
    \"defaultClientScopes\": [\"basic\", \"registan\"], \"optionalClientScopes\": [],
    \"attributes\": {\"use.jwks.string\": \"true\", \"use.jwks.url\": \"false\", \"jwks.string\": \"$(keys "$4")\",
      \"token.endpoint.auth.signing.alg\": \"ES256\"},
    \"protocolMappers\": [$(claim participant "$2"), $(claim client_key "$5")]}")
  api=$(client registan-api)
  role="[$(ask GET "/clients/$api/roles/$3")]"
  account=$(ask GET "/clients/$id/service-account-user" | member id)
  ask POST "/clients/$id/scope-mappings/clients/$api" -d "$role"
  ask POST "/users/$account/role-mappings/clients/$api" -d "$role"
}

rotate() { # id jwks thumbprint
  id=$(client "$1")
  ask PUT "/clients/$id" -d "{\"clientId\": \"$1\",
    \"attributes\": {\"use.jwks.string\": \"true\", \"use.jwks.url\": \"false\", \"jwks.string\": \"$(keys "$2")\",
      \"token.endpoint.auth.signing.alg\": \"ES256\"}}"
  mappers="/clients/$id/protocol-mappers/models"
  old=$(ask GET "$mappers" | tr '{' '\n' | sed -n 's/^"id":"\([^"]*\)","name":"client_key".*/\1/p')
  ask DELETE "$mappers/$old"
  ask POST "$mappers" -d "$(claim client_key "$3")"
}

command=${1:-help}
case $command$# in
  console3) shift; console "$@" ;;
  docs2) shift; docs "$@" ;;
  provider5) shift; provider "$@" ;;
  client6) shift; machine "$@" ;;
  rotate4) shift; rotate "$@" ;;
  *) sed -n '2,10s/^# //p' "$0" >&2; exit 2 ;;
esac
