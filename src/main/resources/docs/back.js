'use strict';
// Hands what the hub answered to the window that asked, if it asked for this.
(() => {
  const asked = window.opener && window.opener.swaggerUIRedirectOauth2;
  if (!asked) {
    return;
  }
  const answer = new URLSearchParams(location.search);
  const code = answer.get('code');
  if (code && answer.get('state') === asked.state) {
    delete asked.state;
    asked.auth.code = code;
    asked.callback({auth: asked.auth, redirectUrl: asked.redirectUrl});
  } else {
    asked.errCb({
      authId: asked.auth.name,
      source: 'auth',
      level: 'error',
      message: answer.get('error') || 'The log-in did not succeed.',
    });
  }
  window.close();
})();
