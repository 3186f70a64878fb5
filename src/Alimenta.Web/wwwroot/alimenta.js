// Only convenience: every page works without this file.
// "/" goes to the search box, j and k move through a list, Enter opens, ? shows the keys. Off when "shortcuts" is switched off under "Your account".
(() => {
  'use strict';

  const typing = (element) => element.closest('input, textarea, select, [contenteditable]') !== null;
  const rows = () => [...document.querySelectorAll('table.data > tbody > tr:not(.why-row)')].filter((row) => row.querySelector('a[href]') && row.offsetParent);

  let here = -1;
  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    if (here >= 0 && all[here]) all[here].classList.remove('here');
    here = Math.min(all.length - 1, Math.max(0, here + step));
    all[here].classList.add('here');
    all[here].querySelector('a[href]').focus({ preventScroll: true });
    all[here].scrollIntoView({ block: 'nearest' });
  };

  const keys = [
    ['/', 'Go to the search box', () => document.getElementById('search-box')?.focus()],
    ['j', 'Next row of the list', () => move(1)],
    ['k', 'Row before', () => move(-1)],
    ['Enter', 'Open the row', null],
    ['?', 'Show these keys', () => help()],
    ['Esc', 'Close', null],
  ];

  const help = () => {
    let dialog = document.getElementById('shortcuts');
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.id = 'shortcuts';
      dialog.className = 'shortcuts';
      dialog.setAttribute('aria-labelledby', 'shortcuts-title');
      const title = document.createElement('h2');
      title.id = 'shortcuts-title';
      title.textContent = 'Keys';
      const list = document.createElement('dl');
      list.className = 'pairs';
      for (const [key, says] of keys) {
        const dt = document.createElement('dt');
        const kbd = document.createElement('kbd');
        kbd.textContent = key;
        dt.append(kbd);
        const dd = document.createElement('dd');
        dd.textContent = says;
        list.append(dt, dd);
      }
      const form = document.createElement('form');
      form.method = 'dialog';
      const close = document.createElement('button');
      close.className = 'usa-button';
      close.textContent = 'Close';
      form.append(close);
      dialog.append(title, list, form);
      document.body.append(dialog);
    }
    dialog.showModal();
  };

  const wanted = () => {
    try { return localStorage.getItem('alimenta-shortcuts') !== 'off'; } catch { return true; }
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || document.querySelector('dialog[open]') || !wanted()) return;
    const key = keys.find(([name, , act]) => name === event.key && act);
    if (!key) return;
    event.preventDefault();
    key[2]();
  });

  // The switch of WCAG 2.1.4 on the help page; without scripts there are no shortcuts to switch off.
  const choice = document.getElementById('shortcuts-choice');
  if (choice) {
    choice.hidden = false;
    const box = choice.querySelector('input');
    box.checked = wanted();
    box.addEventListener('change', () => { try { localStorage.setItem('alimenta-shortcuts', box.checked ? 'on' : 'off'); } catch { /* the choice then lasts for this page only */ } });
  }

  // Two minutes before the server forgets an idle session the page asks; when nobody answers it goes away, so that no data stays on an empty desk.
  const session = document.getElementById('session');
  if (session) {
    const ends = Number(session.dataset.minutes) * 60000, warning = 120000;
    let last = Date.now(), dialog = null;
    // Once: asked again each second, a server that takes longer than that to answer would never be seen to.
    const gone = () => {
      clearInterval(watch);
      location.assign('/sign-in?said=ended');
    };
    // The server counts from when it was asked, and the box closes only when it has said yes: nobody believes to be signed in who is not.
    const stay = async () => {
      const asked = Date.now(), answer = await fetch('/session', { redirect: 'manual' }).catch(() => null);
      if (answer?.status === 204) {
        last = asked;
        dialog?.close();
      } else if (answer?.type === 'opaqueredirect') gone();
      else if (dialog) dialog.querySelector('p').textContent = 'The office could not be reached. Try again.';
    };
    const ask = () => {
      dialog = document.createElement('dialog');
      dialog.className = 'shortcuts';
      dialog.setAttribute('aria-labelledby', 'session-title');
      const title = document.createElement('h2');
      title.id = 'session-title';
      title.textContent = 'Are you still there?';
      const text = document.createElement('p');
      text.textContent = 'You will be signed out in two minutes. What you typed and did not send would be lost.';
      const button = document.createElement('button');
      button.className = 'usa-button';
      button.textContent = 'Stay signed in';
      button.addEventListener('click', stay);
      dialog.addEventListener('close', () => { dialog.remove(); dialog = null; });
      dialog.append(title, text, button);
      document.body.append(dialog);
      dialog.showModal();
    };
    const watch = setInterval(() => {
      const idle = Date.now() - last;
      if (idle > ends) gone();
      else if (idle > ends - warning && !dialog) ask();
    }, 1000);
  }

  // A form that is a draft is kept as it is typed: each change is sent as the button would send it, and the parts that the answer draws anew are put in their places.
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    let timer = 0, running = false, again = false;
    const save = async () => {
      if (running) { again = true; return; }
      running = true;
      const said = document.getElementById('saved-at');
      try {
        const data = new FormData(form);
        data.set('step', 'autosave');
        const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams(data), redirect: 'manual' });
        if (answer.status !== 200) throw new Error();
        const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
        for (const part of document.querySelectorAll('[data-live]')) {
          const fresh = drawn.getElementById(part.id);
          if (fresh && !part.contains(document.activeElement)) part.replaceChildren(...fresh.childNodes);
        }
        for (const hidden of form.querySelectorAll('[data-live-value]')) hidden.value = drawn.querySelector(`[data-live-value][name="${hidden.name}"]`)?.value ?? hidden.value;
        for (const cell of form.querySelectorAll('.fact-cell')) cell.classList.toggle('in-error', cell.querySelector('.usa-error-message') !== null);
      } catch {
        said.textContent = 'Not saved: press Save to see why.';
      }
      running = false;
      if (again) { again = false; save(); }
    };
    form.addEventListener('change', () => { clearTimeout(timer); timer = setTimeout(save, 400); });
  }

  // One menu open at a time, and Escape closes it.
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('details.user-menu[open]')) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.user-menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
  });
})();
