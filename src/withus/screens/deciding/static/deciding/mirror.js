/* Shows beside the form what the rule as it is typed would mean, as its own button does. */
(function () {
  'use strict';
  var form = document.getElementById('rule');
  var mirror = document.getElementById('mirror');
  if (!form || !mirror || !window.fetch || !window.DOMParser) { return; }
  var wait = 500, timer = 0, latest = 0;

  function show(page) {
    var found = new DOMParser().parseFromString(page, 'text/html');
    var open = Boolean(mirror.querySelector('details[open]'));
    ['mirror-said', 'mirror-means', 'mirror-more'].forEach(function (name) {
      var now = document.getElementById(name), then = found.getElementById(name);
      if (now && then && now.dataset.told !== then.innerHTML) {
        now.dataset.told = then.innerHTML;
        now.innerHTML = then.innerHTML;
      }
    });
    var details = mirror.querySelector('details');
    if (details) { details.open = open; }
  }
  function ask() {
    var mine = latest += 1;
    var sent = new FormData(form);
    sent.set('step', 'look');
    window.fetch(form.action, { method: 'POST', body: new URLSearchParams(sent), credentials: 'same-origin' })
      .then(function (answer) { return answer.text(); })
      .then(function (page) { if (mine === latest) { show(page); } })
      .catch(function () { /* the button shows it too */ });
  }
  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, wait);
  }
  form.addEventListener('input', later);
  form.addEventListener('change', later);
}());
