/// What the page does without a network: search, filter, and open everything for paper.
enum ReportScript {
  static let javaScript: StaticString = """
    'use strict';
    (() => {
      const form = document.querySelector('.filters');
      const entries = [...document.querySelectorAll('[data-entry]')];
      const search = document.getElementById('search');
      const severity = document.getElementById('severity');
      const source = document.getElementById('document');
      const found = document.getElementById('found');
      const english = document.getElementById('language-en');
      const bare = (text) => text.normalize('NFKC').toLowerCase();
      const texts = new WeakMap();
      const textOf = (entry) => {
        if (!texts.has(entry)) texts.set(entry, bare(entry.textContent));
        return texts.get(entry);
      };
      const apply = () => {
        const words = bare(search.value).split(/\\s+/).filter(Boolean);
        let shown = 0;
        for (const entry of entries) {
          const fits =
            (!severity.value || entry.dataset.severity === severity.value) &&
            (!source.value || entry.dataset.document.split(' ').includes(source.value)) &&
            words.every((word) => textOf(entry).includes(word));
          entry.hidden = !fits;
          if (fits) shown += 1;
        }
        found.textContent = shown === entries.length ? '' : shown + ' / ' + entries.length;
      };
      const speak = () => {
        document.documentElement.lang = english.checked ? 'en' : 'ja';
      };
      form.hidden = entries.length === 0;
      form.addEventListener('input', apply);
      form.addEventListener('submit', (event) => event.preventDefault());
      form.addEventListener('reset', () => setTimeout(apply));
      for (const radio of document.querySelectorAll('[name=language]')) {
        radio.addEventListener('change', speak);
      }
      document.addEventListener('keydown', (event) => {
        const target = event.target;
        const field = target instanceof Element && target.closest('input, select, textarea');
        if (event.key === '/' && !field && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          search.focus();
        }
        if (event.key === 'Escape' && field === search) {
          search.value = '';
          apply();
        }
      });
      let opened = [];
      addEventListener('beforeprint', () => {
        opened = [...document.querySelectorAll('details:not([open])')];
        for (const part of opened) part.open = true;
      });
      addEventListener('afterprint', () => {
        for (const part of opened) part.open = false;
      });
      speak();
    })();
    """
}
