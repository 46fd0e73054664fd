/* Asks the browser for a passkey, or to make one, and sends what it says with the form. */
(function () {
  'use strict';
  var form = document.getElementById('passkey-form');
  var button = document.getElementById('passkey');
  var trouble = document.getElementById('passkey-trouble');
  if (!form || !button || !window.PublicKeyCredential) { return; }
  document.getElementById('passkey-without').hidden = true;
  form.hidden = false;

  function bytes(text) {
    var plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (each) { return each.charCodeAt(0); });
  }
  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }
  function known(each) { return Object.assign({}, each, { id: bytes(each.id) }); }

  function asked() {
    var told = JSON.parse(form.dataset.asked).publicKey;
    told.challenge = bytes(told.challenge);
    if (told.user) { told.user.id = bytes(told.user.id); }
    ['excludeCredentials', 'allowCredentials'].forEach(function (name) {
      if (told[name]) { told[name] = told[name].map(known); }
    });
    return { publicKey: told };
  }
  function said(made) {
    var response = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
      .forEach(function (name) {
        if (made.response[name]) { response[name] = text(made.response[name]); }
      });
    return { id: made.id, rawId: text(made.rawId), type: made.type, response: response };
  }

  form.addEventListener('submit', function (event) {
    if (form.elements.answer.value) { return; }
    event.preventDefault();
    trouble.hidden = true;
    var way = form.dataset.make ? 'create' : 'get';
    navigator.credentials[way](asked()).then(function (made) {
      form.elements.answer.value = JSON.stringify(said(made));
      form.submit();
    }).catch(function () {
      trouble.hidden = false;
      trouble.focus();
    });
  });
}());
