import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deadlineInWords, daysUntil, timeLeft } from './days.ts';
import { html, lines, trusted } from './html.ts';
import { languageAsked, pages } from './index.ts';
import type { Setting } from './frame.ts';
import { plan } from './policy-text.ts';
import { style } from './style.ts';
import { readReceiptCode } from './verify.ts';
import { workedExamples } from './what-can-i-get-input.ts';

const setting = (path: string, more: Partial<Setting> = {}): Setting => ({
  language: 'zh',
  path,
  today: '2026-11-23',
  isDemo: true,
  nonce: 'n0',
  ...more,
});
const evil = '<script>alert("1")</script>&\'';

const call = {
  id: 'c1',
  title: `2026年度${evil}`,
  year: 2026,
  places: 3,
  opensAt: '2026-10-31T16:00:00.000Z',
  closesAt: '2026-11-30T16:00:00.000Z',
  isOpen: true,
};
const zone = {
  id: 'z1',
  number: 'SFQ-2026-001',
  certificate: 'ZS-2026-001',
  name: `齐文化示范区${evil}`,
  district: '370303',
  districtName: '张店区',
  siteKindTitle: '示范园区',
  boundary: '东至甲路\n西至乙路',
  industries: ['新材料'],
  operatorName: evil,
  designatedOn: '2026-05-06',
  status: 'designated',
  statusSince: '2026-05-06',
  isVoid: false,
};
const grade = { zone: 'z1', year: 2025, grade: 'qualified', gradeTitle: `合格${evil}`, decidedOn: '2026-03-02' };
const measure = {
  id: 'm1',
  kind: 'preference',
  kindTitle: '优惠条件',
  title: `租金减免${evil}`,
  documentNumber: '管发〔2026〕3号',
  on: '2026-06-01',
  summary: `首年全免\n次年减半${evil}`,
};
const notice = {
  id: 'n1',
  title: `拟认定示范区公示${evil}`,
  publishedAt: '2026-11-20T01:00:00.000Z',
  firstDay: '2026-11-20',
  lastDay: '2026-11-27',
  closesAt: '2026-11-27T16:00:00.000Z',
  isOpen: true,
  body: [{ label: '建设单位', text: evil }],
};
const receipt = { isGenuine: true, number: 'SB-2026-0001', title: evil, at: '2026-11-20T01:02:03.000Z', hash: 'a'.repeat(64), says: '' };
const clause = {
  key: '9.4',
  cite: '第九条（四）',
  title: '维权',
  says: evil,
  paidAs: 'cash' as const,
  examples: [{ title: evil, yields: { code: 'OK', ceilingYuan: 50_000 } }],
};

const reading = {
  id: 'I-15',
  key: 'clauseFive',
  clause: '9.5',
  title: evil,
  question: evil,
  reasoning: evil,
  default: 'higher',
  value: 'both',
  options: [
    { value: 'higher', label: '只取高者' },
    { value: 'both', label: '可以兼得' },
  ],
  status: 'replaced' as const,
  document: evil,
  isUrgent: true,
};
const asked = (address: string): Readonly<Record<string, string>> => Object.fromEntries(new URL(address, 'http://here').searchParams);
/** The plan goes on beyond the day of these pages, so that there is something to get. */
const rulings = { policyTo: { value: '2027-12-31', status: 'replaced' as const, document: '虚构〔2021〕7号' } };
const whatCanIGet = (more: Partial<Setting>, query: Readonly<Record<string, string>>) =>
  pages.whatCanIGet(setting('/what-can-i-get', more), { asked: query, rulings }).body;
/** Everything the form takes, at its largest. */
const everything = {
  ...asked(workedExamples.inside),
  grants: '9999',
  insured: '99',
  plain: '50',
  sec: '9',
  certs: '99',
  abnormal: 'unknown',
  zero_grants: '1',
  ...Object.fromEntries(
    [1, 2, 3].flatMap((n) => [
      [`fee${n}`, '80000'],
      [`foreign${n}`, 'y'],
      [`major${n}`, n === 2 ? '' : 'n'],
      [`final${n}`, 'y'],
      [`client${n}`, 'y'],
    ]),
  ),
};

const rendered = (more: Partial<Setting> = {}): Readonly<Record<string, string>> => ({
  'home, empty': pages.home(setting('/', more), { calls: [], notices: [], zones: [] }),
  home: pages.home(setting('/', more), { calls: [call], notices: [notice], zones: [zone] }),
  'zones, empty': pages.zones(setting('/zones', more), { zones: [], grades: [] }),
  zones: pages.zones(setting('/zones?district=370303', more), { zones: [zone], grades: [grade], district: '370303' }),
  'zone, without measures': pages.zone(setting('/zones/z1', more), { zone, grades: [], measures: [] }),
  zone: pages.zone(setting('/zones/z1', more), { zone, grades: [grade], measures: [measure] }),
  'calls, empty': pages.calls(setting('/calls', more), { calls: [] }),
  calls: pages.calls(setting('/calls', more), { calls: [call, { ...call, isOpen: false }] }),
  'notices, empty': pages.notices(setting('/notices', more), { notices: [] }),
  notices: pages.notices(setting('/notices', more), { notices: [notice, { ...notice, isOpen: false }] }),
  notice: pages.notice(setting('/notices/n1', more), { notice, key: 'k1', answerWorkdays: 10 }),
  'notice, over': pages.notice(setting('/notices/n1', more), { notice: { ...notice, isOpen: false }, key: 'k1', answerWorkdays: 10 }),
  'notice, refused': pages.notice(setting('/notices/n1/objection', more), {
    notice,
    key: 'k1',
    answerWorkdays: 10,
    typed: { name: evil, contact: '12', facts: evil },
    faults: [{ field: 'contact', says: '请填写11位手机号' }, { says: '公示期已满' }],
  }),
  objection: pages.objection(setting('/notices/n1/objection', more), {
    notice,
    code: 'ABCD-1234-EFGH-5678',
    number: 'YY-1',
    at: receipt.at,
    hash: receipt.hash,
    answerWorkdays: 10,
  }),
  'verify, empty': pages.verify(setting('/verify', more), {}),
  'verify, unknown': pages.verify(setting('/verify?code=x', more), { code: evil, answer: null }),
  verify: pages.verify(setting('/verify/A', more), { code: 'A', answer: { ...receipt, entry: { number: 4812, of: 9377 } } }),
  'how it works': pages.howItWorks(setting('/how-it-works', more), {
    readings: { countyReviewWorkdays: 9, completionWorkdays: 4, publicNoticeWorkdays: 5, objectionWorkdays: 10 },
  }),
  'policy, empty': pages.policy(setting('/policy', more), { clauses: [] }),
  policy: pages.policy(setting('/policy', more), { clauses: [clause] }),
  readings: pages.readings(setting('/readings', more), { readings: [reading] }),
  'readings, none': pages.readings(setting('/readings?status=confirmed', more), { readings: [reading], status: 'confirmed' }),
  'what can I get, empty': whatCanIGet(more, {}),
  'what can I get, inside': whatCanIGet(more, asked(workedExamples.inside)),
  'what can I get, outside': whatCanIGet(more, asked(workedExamples.outside)),
  'what can I get, everything': whatCanIGet(more, everything),
  'what can I get, wrong': whatCanIGet(more, { zone: 'y', grants: evil, fee1: evil }),
  developers: pages.developers(setting('/developers', more)),
  'not found': pages.error(setting('/x', more), { status: 404 }),
  fault: pages.error(setting('/x', more), { status: 500, requestId: evil }),
});

describe('A template', () => {
  it('escapes whatever a person typed, in content and in attributes', () => {
    expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</p>',
    );
  });

  it('keeps fragments as they are, at any depth, and shows nothing for what is missing', () => {
    expect(html`<b>${[html`<i>${1}</i>`, [null, undefined, false, '<']]}</b>${trusted('<u>')}`.text).toBe('<b><i>1</i>&lt;</b><u>');
    expect(lines('甲\n<乙>').text).toBe('甲<br />&lt;乙&gt;');
  });
});

describe('Every public page', () => {
  it.each(Object.entries(rendered()))('%s: one heading, landmarks, no script, nothing typed left unescaped', (_name, page) => {
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain('class="skip"');
    expect(page).toContain('<main id="main"');
    expect(page).toContain('示范数据');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object');
    expect(page).not.toContain(' style="');
  });

  it.each(Object.entries(rendered()))('%s: unique ids, and every in-page link and description has its target', (_name, page) => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...page.matchAll(/(?:href="#|for="|aria-labelledby="|aria-describedby=")([^"]+)"/g)].flatMap(([, names]) =>
      (names ?? '').split(' '),
    );
    expect(wanted.filter((name) => !ids.includes(name))).toEqual([]);
  });

  it('exists in English and stays under 40 KB compressed', () => {
    for (const [name, page] of Object.entries(rendered({ language: 'en', isLanguageChosen: true }))) {
      expect(page, name).toContain('<html lang="en">');
      expect(gzipSync(page).length, name).toBeLessThan(40_000);
    }
  });

  it('says nothing of demonstration data on a real installation', () => {
    for (const page of Object.values(rendered({ isDemo: false }))) expect(page).not.toContain('示范数据');
  });

  it('inlines its style sheet with the nonce, or links the one it is given', () => {
    expect(pages.error(setting('/'), { status: 404 })).toContain('<style nonce="n0">:root');
    expect(pages.error(setting('/', { cssPath: '/p.css' }), { status: 404 })).toContain('<link rel="stylesheet" href="/p.css" />');
    expect(style.length).toBeLessThan(12_000);
    expect(style).not.toContain('</');
  });
});

describe('The grades of a zone', () => {
  it('stand on its page year by year and in the register the latest; another zone has none', () => {
    const grades = [grade, { ...grade, year: 2024, grade: 'excellent', gradeTitle: '优秀' }];
    const page = pages.zone(setting('/zones/z1'), { zone, grades, measures: [] });
    expect(page).toContain('2025年');
    expect(page.indexOf('2025年')).toBeLessThan(page.indexOf('2024年'));
    const list = pages.zones(setting('/zones'), { zones: [zone], grades });
    expect([list.includes('2025年'), list.includes('2024年')]).toEqual([true, false]);
    expect(pages.zone(setting('/zones/z2'), { zone: { ...zone, id: 'z2' }, grades, measures: [] })).toContain('还没有年度认定结果');
  });
});

describe('The end of a title', () => {
  const read = (more: Partial<typeof zone>) => pages.zone(setting('/zones/z1'), { zone: { ...zone, ...more }, grades: [], measures: [] });
  const ended = { status: 'revoked', statusSince: '2026-08-03' };

  it('stands on the page of the zone with its day; a title that is held says nothing of it', () => {
    expect(read(ended)).toContain('自2026-08-03起已取消示范区资格');
    expect(read({ status: 'rectifying' })).not.toContain('取消示范区资格');
  });

  it('by deceit says that the title never stood, and names no day from which it ended', () => {
    const page = read({ ...ended, isVoid: true });
    expect([page.includes('自始无效'), page.includes('2026-08-03')]).toEqual([true, false]);
  });
});

describe('The objection form', () => {
  it('shows each error at its field and keeps what was typed', () => {
    const page = rendered()['notice, refused'] ?? '';
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('value="12"');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</textarea>');
    expect(page).toContain('<a href="#contact">联系电话：请填写11位手机号</a>');
  });

  it('is gone once the notice is over', () => {
    expect(rendered()['notice, over']).not.toContain('<form method="post"');
  });
});

describe('The policy page', () => {
  it('has all 61 rows of the plan, each once', () => {
    const rows = plan.flatMap((article) => article.rows.map(({ row }) => row));
    expect(rows).toHaveLength(61);
    expect(new Set(rows).size).toBe(61);
  });
});

describe('Days', () => {
  it('writes a midnight deadline as 24:00 of the last day, with its weekday', () => {
    expect(deadlineInWords('2026-11-30T16:00:00.000Z', 'zh')).toBe('2026年11月30日 星期一 24:00（北京时间）');
    expect(deadlineInWords('2026-11-30T09:30:00.000Z', 'en')).toBe('Monday, 30 November 2026, 17:30 Beijing time');
  });

  it('counts the days that are left; the last day itself is 0', () => {
    expect(daysUntil('2026-11-23', '2026-11-30T16:00:00.000Z')).toBe(7);
    expect(timeLeft(daysUntil('2026-11-30', '2026-11-30T16:00:00.000Z'), 'zh')).toBe('今天24:00截止');
    expect(timeLeft(daysUntil('2026-12-01', '2026-11-30T16:00:00.000Z'), 'zh')).toBe('已经截止');
  });
});

describe('A receipt code', () => {
  it('is read whatever its hyphens, width and case', () => {
    expect(readReceiptCode(' abcd1234－efgh 5678')).toBe('ABCD-1234-EFGH-5678');
    expect(readReceiptCode('ABCD')).toBeNull();
  });
});

describe('The language', () => {
  it('follows the link before the browser', () => {
    expect(languageAsked('zh', 'en-GB')).toEqual({ language: 'zh', isLanguageChosen: true });
    expect(languageAsked(undefined, 'en-GB')).toEqual({ language: 'en', isLanguageChosen: false });
    expect(languageAsked('xx', undefined)).toEqual({ language: 'zh', isLanguageChosen: false });
  });
});
