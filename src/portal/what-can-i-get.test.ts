import { describe, expect, it } from 'vitest';
import type { Setting } from './frame.ts';
import { pages } from './index.ts';
import { workedExamples } from './what-can-i-get-input.ts';

const setting: Setting = { language: 'zh', path: '/what-can-i-get', today: '2026-11-23', isDemo: true, nonce: 'n0' };
const asked = (address: string): Readonly<Record<string, string>> => Object.fromEntries(new URL(address, 'http://here').searchParams);
/** The plan goes on beyond the day of these pages, so that there is something to get. */
const rulings = { policyTo: { value: '2027-12-31', status: 'replaced' as const, document: '虚构〔2021〕7号' } };
const pageOf = (address: string): string => pages.whatCanIGet(setting, { asked: asked(address), rulings }).body;
const largest = { grants: '9999', insured: '99', plain: '50', sec: '9', certs: '99', abnormal: 'unknown', zero_grants: '1' };

describe('What can I get', () => {
  const inside = pageOf(workedExamples.inside);
  const block = (page: string, key: string) =>
    page.slice(page.indexOf(`id="c-${key}"`), page.indexOf('</li><li class="get', page.indexOf(`id="c-${key}"`) + 1));

  it('holds the server up for a moment only, at its largest and on a busy machine', () => {
    const began = performance.now();
    pages.whatCanIGet(setting, { asked: { ...asked(workedExamples.inside), ...largest }, rulings });
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('gives each clause its outcome, its reason with the fact, and the change that would help', () => {
    expect(block(inside, '9.2')).toContain('市中心没有作出当年成绩显著的认定');
    expect(block(inside, '9.2')).toContain('取得市中心对当年成绩显著的认定');
    expect(block(inside, '9.4')).toContain('裁判尚未生效，生效后再报');
    expect(inside).toContain('资金上限合计');
    expect(inside).toContain('服务券上限合计');
    expect(inside).toContain('两项不相加');
  });

  it('marks what rests on an unconfirmed reading, and not what the centre has confirmed', () => {
    expect(inside).toContain('口径尚待市中心确认');
    expect(inside).toContain('“可以兼得”');
  });

  it('names the common condition alone where it fails: what fails with it would only puzzle', () => {
    const outside = pageOf(workedExamples.outside);
    expect(block(outside, '9.5.tier')).toContain('当日机构不在任何示范区内');
    expect(block(outside, '9.5.tier')).not.toContain('未达第一档件数');
  });

  it('says so when the plan was not in force in the year', () => {
    const page = pages.whatCanIGet(setting, {
      asked: { ...asked(workedExamples.inside), year: '2023' },
      rulings: {},
    }).body;
    expect(page).toContain('这一年度没有一天在施行期内');
  });

  it('answers 422 to what can not be read, and keeps what was typed', () => {
    const { body, hasFaults } = pages.whatCanIGet(setting, {
      asked: { zone: 'y', since: '2021-02-30', grants: '1e9' },
      rulings,
    });
    expect(hasFaults).toBe(true);
    expect(body).toContain('value="1e9"');
    expect(body).toContain('<a href="#since">');
  });
});
