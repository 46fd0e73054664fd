/* Keeps what is being written, for whoever writes it alone. Without it, a button does the same. */
(function () {
  'use strict';
  var form = document.getElementById('writing');
  var said = document.getElementById('kept');
  if (!form || !window.fetch || !window.FormData) { return; }
  var text = form.elements.text, after = 8000, timer = 0, last = text.value, sending = false;

  function keep(leaving) {
    if (sending || text.value === last || !text.value.trim()) { return; }
    var told = new FormData(form), now = text.value;
    told.set('do', 'keep');
    sending = true;
    window.fetch(form.action, { method: 'POST', body: new URLSearchParams(told), credentials: 'same-origin', redirect: 'manual', keepalive: leaving && now.length < 50000 })
      .then(function (answer) {
        if (answer.type === 'opaqueredirect') { last = now; said.hidden = false; }
      })
      .catch(function () { /* the button is still there, and so is the text */ })
      .then(function () { sending = false; });
  }
  text.addEventListener('input', function () {
    said.hidden = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, after);
  });
  form.addEventListener('submit', function () { window.clearTimeout(timer); sending = true; });
  document.addEventListener('visibilitychange', function () { if (document.hidden) { keep(true); } });
  window.addEventListener('pagehide', function () { keep(true); });
}());
