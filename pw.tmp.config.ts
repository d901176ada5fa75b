import base from './playwright.config.ts';
const { webServer: _w, ...rest } = base as any;
export default { ...rest, testDir: '/work/main/tests/e2e', use: { ...rest.use, baseURL: 'http://127.0.0.1:21950' } };
