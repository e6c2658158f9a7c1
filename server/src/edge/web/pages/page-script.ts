import { RECEIPT_CHECK } from './receipt-check';

/**
 * The script of the deletion status page, as the browser gets it: the reader's own clock beside UTC, Copy and Print, the
 * check of the receipt, and a refresh that waits while the tab is hidden and speaks only when the state changes. The page
 * is whole without it.
 */
export const PAGE_SCRIPT = `
(() => {
  'use strict';
  const EVERY_MS = 5000;
  const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const calendar = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
  const live = document.querySelector('[role="status"]');
  let shown = document.querySelector('main').innerHTML;

  ${RECEIPT_CHECK}

  function say(text) {
    live.textContent = text;
  }

  function enhance() {
    for (const time of document.querySelectorAll('main time[datetime*="T"]')) {
      const at = new Date(time.dateTime);
      if (at.getTimezoneOffset() === 0) continue;
      const otherDay = at.getDate() !== at.getUTCDate();
      time.after(' (' + (otherDay ? calendar.format(at) + ', ' : '') + clock.format(at) + ' your time)');
    }
    const tools = document.querySelector('.tools');
    if (!tools) return;
    tools.hidden = false;
    const [copy, print] = tools.children;
    copy.onclick = async () => {
      const code = document.querySelector('.code').textContent;
      try {
        await navigator.clipboard.writeText(code);
        say('Code copied');
        copy.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(document.querySelector('.code'));
        say('Code selected');
      }
    };
    print.onclick = () => window.print();
    const check = document.getElementById('check');
    if (!check) return;
    check.parentElement.hidden = false;
    check.onclick = checkHere;
  }

  async function checkHere() {
    const verdict = document.getElementById('verdict');
    const json = async (path) => (await fetch(path, { headers: { accept: 'application/json' } })).json();
    let words;
    try {
      const file = await json(document.getElementById('receipt').getAttribute('href'));
      const keys = await json('/.well-known/jwks.json');
      words = VERDICTS[await checkReceipt(file, keys, document.querySelector('.code').textContent)];
    } catch {
      words = VERDICTS.unreachable;
    }
    verdict.textContent = words;
    say(words);
  }

  async function refresh() {
    if (document.hidden) return later();
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
      if (response.ok) show(new DOMParser().parseFromString(await response.text(), 'text/html'));
    } catch {
      // The next round asks again; what is shown stays true as of its own times.
    }
    later();
  }

  function show(page) {
    const main = document.querySelector('main');
    const fresh = page.querySelector('main');
    if (fresh.innerHTML === shown) return;
    shown = fresh.innerHTML;
    const heading = main.querySelector('h1').textContent;
    const focused = document.activeElement && document.activeElement.id;
    main.replaceChildren(...fresh.childNodes);
    main.toggleAttribute('data-running', fresh.hasAttribute('data-running'));
    document.title = page.title;
    enhance();
    if (focused) document.getElementById(focused)?.focus();
    const news = main.querySelector('h1').textContent;
    if (news !== heading) say(news);
  }

  function later() {
    if (document.querySelector('main').hasAttribute('data-running')) setTimeout(refresh, EVERY_MS);
  }

  enhance();
  later();
})();
`.trim();
