// Asks for the first screen's data while the program itself is still on its way (docs/adr/0006-web.md).
// The keys are those of src/web/api; src/web/api/early.ts hands the answers over.
(() => {
  try {
    if (localStorage.getItem('jixia-signed') !== '1') return;
    const language = localStorage.getItem('jixia-language') === 'en' ? 'en' : 'zh';
    const ask = (path) => fetch(path, { headers: { Accept: 'application/json', 'Accept-Language': language } });
    const answers = { '/api/session': ask('/api/session') };
    if (location.pathname === '/app') answers['/api/duties'] = ask('/api/duties');
    window.jixiaEarly = { language, answers };
  } catch {
    // Without storage the program asks by itself.
  }
})();
