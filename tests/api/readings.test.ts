import { describe, expect, it } from 'vitest';
import { good } from '../support/caller.ts';
import * as story from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';
import { draftOf } from '../support/zone.ts';

const world: World = await openWorld();

const readingOf = async (key: string) => good(await world.anybody().call('listReadings')).find((reading) => reading.key === key);
const draft = async (key: string, value: unknown, more: object = {}) =>
  (await world.as('officer')).open('ruling', draftOf(key, value, more));

describe('The register of readings', () => {
  it('is read by anybody: each question with options, reasoning and the reading in effect, none confirmed yet', async () => {
    const readings = good(await world.anybody().call('listReadings'));
    expect(readings.length).toBeGreaterThan(40);
    expect(new Set(readings.map(({ key }) => key)).size).toBe(readings.length);
    for (const reading of readings) {
      expect(reading).toMatchObject({ status: 'default_unconfirmed', document: null, value: reading.default });
      expect(reading.question.length, reading.key).toBeGreaterThan(4);
      expect(reading.reasoning.length, reading.key).toBeGreaterThan(4);
    }
    expect(readings.find(({ key }) => key === 'clauseFive')).toMatchObject({ id: 'I-15', isUrgent: true, value: 'higher' });
  });

  it('changes when a ruling is put in force by another person, and not before', async () => {
    const ruling = new story.Kase(world, good(await draft('clauseFive', 'both')));
    expect(await readingOf('clauseFive')).toMatchObject({ value: 'higher', status: 'default_unconfirmed' });
    await ruling.refused('officer', 'put_in_force', {}, { status: 403, code: 'not_allowed' });
    await ruling.do('approver', 'put_in_force');
    expect(await readingOf('clauseFive')).toMatchObject({ value: 'both', status: 'replaced', document: '淄知解〔2021〕1号' });
  });

  it('is confirmed by a ruling that says what the default says', async () => {
    await new story.Kase(world, good(await draft('capBy', 'agency'))).do('approver', 'put_in_force');
    expect(await readingOf('capBy')).toMatchObject({ value: 'agency', status: 'confirmed' });
  });

  it('needs two persons even where one holds both offices', async () => {
    const opened = good(await (await world.as('both', 'centre_officer')).open('ruling', draftOf('honourTimes', 'each')));
    await new story.Kase(world, opened).refused(['both', 'centre_approver'], 'put_in_force', {}, { status: 403, code: 'same_person' });
    expect((await readingOf('honourTimes'))?.value).toBe('highest_once');
  });

  it('takes effect on its day', async () => {
    await new story.Kase(world, good(await draft('custodyTimes', 'sum_of_modes', { effectiveFrom: '2021-03-03' }))).do(
      'approver',
      'put_in_force',
    );
    expect((await readingOf('custodyTimes'))?.value).toBe('highest');
    world.setNow('2021-03-03T01:00:00.000Z');
    expect((await readingOf('custodyTimes'))?.value).toBe('sum_of_modes');
  });

  it.each([
    ['a reading that is no option', 'acrossClauses', 'sometimes', '“年度只享受一次的范围”不能取这个值；可取：each_clause、one_clause'],
    ['a list that does not rise', 'tierMinimums', '71，71，200', '“授权件数三档起点”不能取这个值；现为[71,121,200]'],
    ['a list that is too short', 'tierMinimums', '71，121', '“授权件数三档起点”不能取这个值；现为[71,121,200]'],
    ['a day that is none', 'policyTo', '2021-02-30', '“试用期末日”不能取这个值；现为"2021-08-24"'],
    ['a number out of bounds', 'panelMinimum', '2', '“评估专家最少人数”不能取这个值；现为5'],
    ['a text for a number', 'panelMinimum', '五', '“评估专家最少人数”不能取这个值；现为5'],
  ])('refuses %s, with its sentence at the field', async (_name, key, value, says) => {
    const reply = await draft(key, value);
    expect(reply.status).toBe(422);
    expect(reply.problem.refusals[0]).toMatchObject({ code: 'invalid_input', field: 'value', clause: '16.1', says });
  });

  it.each([
    ['a list as people type it', 'tierMinimums', '70，120， 200', [70, 120, 200]],
    ['a number as text', 'panelMinimum', '7', 7],
    ['several options', 'recommendGrades', ['excellent', 'qualified'], ['excellent', 'qualified']],
    ['a day', 'runOffUntil', '2022-06-30', '2022-06-30'],
  ])('takes %s', async (_name, key, value, stored) => {
    const effectiveFrom = world.now().slice(0, 10);
    await new story.Kase(world, good(await draft(key, value, { effectiveFrom }))).do('approver', 'put_in_force');
    expect((await readingOf(key))?.value).toEqual(stored);
  });

  it('is drafted by the centre’s officers only', async () => {
    for (const who of ['approver', 'auditor', 'reviewer', 'east', 'agency', 'administrator'] as const) {
      expect((await (await world.as(who)).open('ruling', draftOf('capBy', 'agency'))).status, who).toBe(403);
    }
  });

  it('is shown on its public page with the document, and by status', async () => {
    const all = await world.anybody().ask({ url: '/readings' });
    expect(all.status).toBe(200);
    expect(all.text).toContain('I-15');
    expect(all.text).toContain('文号 淄知解〔2021〕1号');
    const confirmed = await world.anybody().ask({ url: '/readings?status=confirmed' });
    expect(confirmed.text).toContain('id="capBy"');
    expect(confirmed.text).not.toContain('id="yearBasis"');
  });

  it('reaches the page that computes without signing in', async () => {
    const page = await world.anybody().ask({ url: '/what-can-i-get?zone=y&since=2020-11-02&grants=130&double_grants=6' });
    expect(page.text, 'both halves under the ruling of this file').not.toContain('不能重复享受');
  });
});
