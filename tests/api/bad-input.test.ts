import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import { changesOf, inventedCode } from '../support/form.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld();
let call = '';

beforeEach(async () => {
  world.setNow('2021-03-01T01:00:00.000Z');
  call = await story.announcedCall(world);
});

afterEach(() => assert.deepEqual(world.faults.splice(0), []));

/** The sentence shown at one field of a draft after this value was saved there; undefined when it is right. */
async function sentenceFor(path: string, value: unknown): Promise<string | undefined> {
  const kase = await story.completeDraft(world, 'east', call);
  await kase.do('east', 'fill_in', { changes: [{ path, value }] });
  const { faults } = await kase.view('east');
  if (faults.length > 0) await kase.refused('east', 'file', {}, { status: 422, code: 'form_incomplete' });
  return faults[0]?.says;
}

describe('A wrong value in the form is told in its own sentence and keeps the form from being filed', () => {
  const right = inventedCode(7);
  it.each([
    ['a code of 17 characters', 'applicant.creditCode', right.slice(0, 17), '统一社会信用代码应为18位，现为17位'],
    ['a code with the letter I', 'applicant.creditCode', `I${right.slice(1)}`, '统一社会信用代码不含字符“I”（不用I、O、S、V、Z）'],
    [
      'a code with a wrong check character',
      'applicant.creditCode',
      '91350100M000100Y4Z',
      '统一社会信用代码不含字符“Z”（不用I、O、S、V、Z）',
    ],
    [
      'a code with another check character',
      'applicant.creditCode',
      right.slice(0, 17) + (right.endsWith('1') ? '2' : '1'),
      '统一社会信用代码校验位不符，请核对证照逐位重输',
    ],
    ['30 February', 'cover.date', '2021-02-30', '日期不存在，请按 年-月-日 填写'],
    ['a day with slashes', 'cover.date', '2021/03/01', '日期不存在，请按 年-月-日 填写'],
    ['half a yuan', 'district.policyYearlyYuan', 0.5, '请填写整数元'],
    ['less than nothing', 'district.policyYearlyYuan', -1, '不能小于0'],
    ['a telephone of ten digits', 'applicant.contactMobile', '1390000123', '请填写11位手机号，或区号-座机号'],
    ['an e-mail without a place', 'applicant.contactEmail', 'park@', '邮箱格式不对，应像 name@example.cn'],
    ['no file', 'declaration.sealFile', '', '请上传文件'],
    ['a promise not given', 'declaration.isTrue', false, '须承诺材料真实'],
    ['no agency at all', 'services.providers', [], '至少填写一家机构或服务点'],
    ['a list that is none', 'services.providers', { length: 3 }, undefined],
    ['rows that are none', 'industry.enterprises', [null, 7, 'x', []], undefined],
  ])('%s', async (_name, path, value, says) => {
    const sentence = await sentenceFor(path, value);
    expect(sentence).toMatch(says ?? /./);
  });

  it('and a code typed in small letters with blanks is right', async () => {
    expect(await sentenceFor('applicant.creditCode', `${right.toLowerCase().slice(0, 6)} ${right.slice(6)}`)).toBeUndefined();
  });
});

describe('Filing', () => {
  it('is refused in the wrong district, with that sentence', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    await kase.do('east', 'fill_in', { changes: [{ path: 'cover.district', value: '370302' }] });
    const refused = await kase.refused('east', 'file', {}, { status: 422, code: 'wrong_district' });
    expect(refused.detail).toContain('只能向所在区县报送');
  });

  it('is on time one millisecond before the deadline and late at the deadline itself', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    world.setNow('2021-03-31T16:00:00.000Z');
    await kase.refused('east', 'file', {}, { status: 422, code: 'call_closed' });
    world.setNow('2021-03-31T15:59:59.999Z');
    expect((await kase.do('east', 'file')).at).toBe('2021-03-31T15:59:59.999Z');
  });

  it('is refused before the call opens and after the centre has closed it', async () => {
    const later = await story.announcedCall(world, { firstDay: '2021-03-02' });
    const east = await world.as('east');
    expect((await east.open('application', { call: later })).problem).toMatchObject({ status: 422, code: 'call_closed' });
    world.setNow('2021-03-01T16:00:00.000Z');
    expect((await east.open('application', { call: later })).status).toBe(201);
    const kase = await story.completeDraft(world, 'east', call);
    const closed = good(await (await world.as('officer')).read('call', call));
    good(await (await world.as('officer')).send({ process: 'call', id: call, event: 'close' }, {}, { version: closed.version }));
    await kase.refused('east', 'file', {}, { status: 422, code: 'call_closed' });
  });

  it('is refused on the day after the plan ends, although the call is still open', async () => {
    const long = await story.announcedCall(world, { lastDay: '2021-12-31' });
    const kase = await story.completeDraft(world, 'east', long);
    world.setNow('2021-08-24T16:00:00.000Z');
    const refused = await kase.refused('east', 'file', {}, { status: 422, code: 'policy_not_in_force' });
    expect(refused.detail).toContain('文件施行期为2020-08-25至2021-08-24');
    world.setNow('2021-08-24T15:59:59.999Z');
    await kase.do('east', 'file');
  });

  it('happens once in a call: a second application is refused, also when both are sent at the same moment', async () => {
    await story.filedApplication(world, 'east', call);
    const second = await story.completeDraft(world, 'east', call);
    await second.refused('east', 'file', {}, { status: 422, code: 'already_applied' });

    const drafts = await Promise.all(Array.from({ length: 6 }, () => story.completeDraft(world, 'south', call)));
    const replies = await Promise.all(drafts.map((draft) => draft.try('south', 'file')));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter(({ problem }) => problem?.code === 'already_applied')).toHaveLength(5);
  });
});

describe('Double clicks and two tabs', () => {
  it('the same key gives the same bytes and one event', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const key = randomUUID();
    const { version } = kase;
    const first = await kase.try('east', 'file', {}, { key });
    const again = await kase.try('east', 'file', {}, { key, version });
    expect(first.status).toBe(200);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect([again.status, again.headers['content-type']]).toEqual([first.status, first.headers['content-type']]);
    const { rows } = await world.owner.query(`select event from case_event where kase = $1 and event = 'file'`, [kase.id]);
    expect(rows).toHaveLength(1);
  });

  it('a key used for another request is refused', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const key = randomUUID();
    await kase.try('east', 'fill_in', { changes: [{ path: 'cover.zoneName', value: '甲' }] }, { key });
    await kase.refused(
      'east',
      'fill_in',
      { changes: [{ path: 'cover.zoneName', value: '乙' }] },
      { status: 422, code: 'key_reused', rest: { key } },
    );
    expect((await kase.try('south', 'file', {}, { key })).status).toBe(404);
  });

  it('the second tab that saves over a newer version is told so, and nothing is lost', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const { version } = kase;
    await kase.do('east', 'fill_in', { changes: [{ path: 'cover.zoneName', value: '第一页' }] });
    const refused = await kase.refused(
      'east',
      'fill_in',
      { changes: [{ path: 'cover.zoneName', value: '第二页' }] },
      { status: 412, code: 'stale_version', rest: { version } },
    );
    expect(refused.detail).toContain('您填写的内容没有丢失');
    expect((await kase.view('east')).summary).toBe('第一页');
  });

  it('a write without version or without key is refused before anything is looked at', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    const problem = await kase.refused('east', 'file', {}, { status: 428, code: 'version_missing', rest: { version: null } });
    expect(problem.detail).toContain('If-Match');
    await kase.refused('east', 'file', {}, { status: 428, code: 'version_missing', rest: { version: null, headers: { 'if-match': '*' } } });
    for (const key of [null, 'short', 'with blank in it', 'x'.repeat(201)]) {
      await kase.refused('east', 'file', {}, { status: 400, code: 'key_missing', rest: { key } });
    }
  });
});

describe('Words no honest page sends', () => {
  it.each([
    ['a field the form does not have', [{ path: 'cover.secret', value: 1 }], 'unknown_field'],
    ['a field of every object', [{ path: 'cover.constructor', value: 1 }], 'unknown_field'],
    ['a section of every object', [{ path: 'constructor.name', value: 1 }], 'unknown_field'],
    ['a path of prototypes', [{ path: '__proto__.polluted', value: 1 }], 'invalid_input'],
    ['no change at all', [], 'invalid_input'],
    ['a change without a path', [{ value: 1 }], 'invalid_input'],
    ['a file nobody uploaded', [{ path: 'declaration.sealFile', value: 'b'.repeat(64) }], 'unknown_file'],
  ])('%s', async (_name, changes, code) => {
    const kase = await story.completeDraft(world, 'east', call);
    expect((await kase.refused('east', 'fill_in', { changes }, { status: 422, code })).refusals.length).toBeGreaterThan(0);
  });

  it.each([
    ['__proto__ in JSON', '{"changes":[{"path":"cover.zoneName","value":{"__proto__":{"polluted":1}}}]}'],
    ['constructor.prototype in JSON', '{"changes":[],"constructor":{"prototype":{"polluted":1}}}'],
    ['half a JSON', '{"changes":'],
    ['a letter that can not be stored', '{"changes":[{"path":"cover.zoneName","value":"a\\u0000b"}]}'],
    ['half a letter', '{"changes":[{"path":"cover.zoneName","value":"\\ud800"}]}'],
    ['a hundred thousand brackets', `{"changes":[{"path":"cover.zoneName","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`],
  ])('%s is malformed', async (_name, raw) => {
    const kase = await story.completeDraft(world, 'east', call);
    await kase.refused('east', 'fill_in', undefined, { status: 400, code: 'malformed', rest: { raw } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a body of two megabytes is too large, one of another type unsupported', async () => {
    const kase = await story.completeDraft(world, 'east', call);
    expect(kase.state).toBe('draft');
    await kase.refused('east', 'fill_in', undefined, { status: 413, code: 'too_large', rest: { raw: `"${'x'.repeat(2_000_000)}"` } });
    await kase.refused('east', 'file', undefined, {
      status: 415,
      code: 'unsupported_media',
      rest: { raw: '<x/>', headers: { 'content-type': 'text/xml' } },
    });
  });

  it('markup in a field comes back as the text it is, and is escaped on every page', async () => {
    const markup = '<script>alert(1)</script>"\'&园';
    const kase = await story.completeDraft(world, 'east', call);
    await kase.do('east', 'fill_in', { changes: [{ path: 'cover.zoneName', value: markup }] });
    await kase.do('east', 'file');
    await kase.do('reviewer', 'county_check', story.opinion());
    await kase.do('signer', 'endorse', { letterNumber: '=1+1' });
    const view = await (await world.as('officer')).read('application', kase.id);
    expect(view.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(view.headers['x-content-type-options']).toBe('nosniff');
    expect(view.data).toMatchObject({ summary: markup, data: { form: { cover: { zoneName: markup } } } });
  });

  it.each([
    '/api/cases/application?q=%00',
    '/api/cases/application?limit=0',
    '/api/cases/application?limit=1e9',
    '/api/cases/application?parent=1',
    '/api/cases/application?after=x',
    `/api/cases/application?after=${Buffer.from(`2021-03-01 ${'-'.repeat(36)}`).toString('base64url')}`,
    `/api/cases/application?after=${Buffer.from(`1 ${randomUUID()}`).toString('base64url')}`,
    '/api/cases/application?state=__proto__,%27%3Bdrop',
    '/api/cases/application/__proto__',
    '/api/cases/application/1',
    `/api/duties?after=${Buffer.from(`2021-99-99T00:00:00Z infinity ${randomUUID()}`).toString('base64url')}`,
    `/api/filings/${randomUUID()}/99999999999`,
    '/api/files/zz',
    '/api/receipts/AAAA',
    '/api/nothing',
    '/verify?code=%00',
    '/zones?district=%3Cscript%3E',
    '/notices/%00',
    '/%E0%A4%A',
  ])('%s never ends in a fault', async (url) => {
    const reply = await (await world.as('east')).ask({ url });
    expect(reply.status, reply.text.slice(0, 300)).toBeLessThan(500);
    expect(reply.text).not.toContain('<script');
  });

  it.each([
    ['/api/facts?year=99999999999', 'agency'],
    [`/api/facts?after=${Buffer.from(`2021-99-99 ${randomUUID()}`).toString('base64url')}`, 'agency'],
    ['/api/determination?year=1e99', 'agency'],
    ['/api/organisations?q=%00', 'administrator'],
    ['/api/people?q=%00', 'administrator'],
  ] as const)('%s never ends in a fault either', async (url, who) => {
    const { status } = await (await world.as(who)).ask({ url });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('the whole form saved in one request and every field saved alone come to the same', async () => {
    const whole = await story.completeDraft(world, 'east', call);
    const single = await story.draftedApplication(world, 'east', call);
    for (const change of changesOf(await story.formOf(world, 'east'))) await single.do('east', 'fill_in', { changes: [change] });
    expect((await single.stored()).data.form).toEqual((await whole.stored()).data.form);
  });
});
