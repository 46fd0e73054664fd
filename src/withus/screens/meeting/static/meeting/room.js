/* Keeps the room up to date. Without it, the link under the room shows the page again. */
(function () {
  'use strict';
  var room = document.getElementById('room');
  var said = document.getElementById('room-said');
  var lost = document.getElementById('room-lost');
  if (!room || !window.fetch || !window.DOMParser) { return; }
  var every = 5000, longest = 60000, wait = every, timer = 0, mark = room.dataset.mark, asking = false;

  function show(part) {
    var found = new DOMParser().parseFromString(part, 'text/html');
    var held = document.activeElement, then = held && room.contains(held) ? held.id : '';
    room.replaceChildren.apply(room, Array.from(found.body.childNodes));
    var words = room.querySelector('[data-said]');
    if (said && words && said.textContent !== words.dataset.said) { said.textContent = words.dataset.said; }
    if (then && document.getElementById(then)) { document.getElementById(then).focus(); }
  }
  function at(answer) {
    var time = new Date(answer.headers.get('Date') || Date.now());
    var clock = room.querySelector('[data-at]');
    if (clock) { clock.textContent = time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }); }
  }
  function ask() {
    if (asking || document.hidden) { return; }
    asking = true;
    window.fetch(room.dataset.now, { headers: { 'If-None-Match': mark }, cache: 'no-store', credentials: 'same-origin', redirect: 'error' })
      .then(function (answer) {
        if (answer.status === 304) { return [answer, '']; }
        if (!answer.ok) { throw new Error(String(answer.status)); }
        mark = answer.headers.get('ETag') || '';
        return answer.text().then(function (part) { return [answer, part]; });
      })
      .then(function (got) {
        if (got[1]) { show(got[1]); }
        at(got[0]);
        wait = every;
        lost.hidden = true;
      })
      .catch(function () {
        wait = Math.min(wait * 2, longest);
        lost.hidden = false;
      })
      .then(function () { asking = false; later(); });
  }
  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, wait);
  }
  document.addEventListener('visibilitychange', function () { if (!document.hidden) { ask(); } });
  window.addEventListener('online', ask);
  later();
}());
