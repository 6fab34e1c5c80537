'use strict';
// Shows the contract, with a log-in at the hub in the place of a token to paste.
const page = document.getElementById('docs').dataset;
const provider = new URLSearchParams(location.search).get('kc_idp_hint');
fetch('/openapi', {headers: {Accept: 'application/json'}}).then(it => it.json()).then(spec => {
  const hub = page.hub + '/protocol/openid-connect/';
  spec.components.securitySchemes.hub = {
    type: 'oauth2',
    description: 'Log in at the provider of the participant chosen above.',
    flows: {authorizationCode: {authorizationUrl: hub + 'auth', tokenUrl: hub + 'token', scopes: {}}},
  };
  const ui = SwaggerUIBundle({
    spec,
    dom_id: '#docs',
    deepLinking: true,
    showExtensions: true,
    validatorUrl: null,
    persistAuthorization: false,
    oauth2RedirectUrl: location.origin + '/docs/back',
  });
  ui.initOAuth({
    clientId: page.client,
    usePkceWithAuthorizationCodeGrant: true,
    additionalQueryStringParams: provider ? {kc_idp_hint: provider} : {},
  });
});
