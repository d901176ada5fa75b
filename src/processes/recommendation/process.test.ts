import { describe, expect, it } from 'vitest';
import type { AnyProcess, Case } from '#core/process/define.ts';
import type { Facts } from '#core/process/facts.ts';
import type { RecommendationZone } from '#core/process/merit-facts.ts';
import { open } from '#core/process/open.ts';
import { actorIn, begun, mayStillDo, occasion, refusedCodes, strangersDo, tableOf, told } from '../../../tests/support/pure.ts';
import { recommendation as definition } from './process.ts';

const recommendation = definition as unknown as AnyProcess;

const zone = (more: Partial<RecommendationZone> = {}): RecommendationZone => ({
  id: '00000000-0000-4000-8000-000000000001',
  number: 'ZB-2020-001',
  name: '东园示范区',
  district: '370303',
  operator: 'owner',
  operatorName: '东园管理委员会',
  isTitleHeld: true,
  latest: { year: 2020, grade: 'excellent', total: 92.5 },
  rank: 1,
  passedOver: [],
  undecided: 0,
  otherCase: null,
  heldTitle: null,
  ...more,
});
const dossier = { n: 1, hash: 'a'.repeat(64), bytes: 1000, madeAt: '2021-03-01T01:00:00.000Z' } as Facts['dossier'];
const usual: Facts = { recommendationZone: zone(), dossier: dossier ?? null };
const input = { zone: zone().id, level: 'province', orderReason: '' };
const part = { statement: '两年来引进服务机构十二家，愿意申报省级集聚发展区。', contact: '赵一', annexes: [], consents: true };
const reason = '前两名来函明年再申报，本年先推荐本区';

const opened = (): Case => begun(recommendation, { as: 'centre_officer', input, facts: usual });
const gathering = (): Case => told(recommendation, opened(), [{ as: 'applicant', event: 'supply', input: part, facts: usual }]);
const proposed = (): Case =>
  told(recommendation, gathering(), [
    { as: 'centre_officer', event: 'propose', input: { opinion: '成效显著，建议推荐上报。', orderReason: '' }, facts: usual },
  ]);

const codesOfOpening = (found: RecommendationZone | null, words: object = {}): readonly string[] => {
  const outcome = open(
    recommendation,
    { input: { ...input, ...words }, actor: actorIn('centre_officer') },
    occasion({ ...usual, recommendationZone: found }),
    { id: 'case-1', number: 'N-1', policy: 'zibo-2020' },
  );
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('A recommendation', () => {
  it('is handled by these offices in these states', () => {
    expect(tableOf(recommendation)).toMatchInlineSnapshot(`
      "unit_part: applicant: supply decline
      unit_part: centre_officer: drop
      unit_part: centre_approver: drop end_unfit
      unit_part: clock: unit_overdue end_unfit
      gathering: centre_officer: ask_again propose drop
      gathering: centre_approver: drop end_unfit
      gathering: clock: end_unfit
      approval: centre_approver: send_back send end_unfit
      approval: clock: end_unfit
      sent: centre_officer: record_accepted record_not_accepted
      sent: centre_approver: withdraw end_unfit
      sent: clock: end_unfit
      accepted: nobody, nothing
      not_accepted: nobody, nothing
      withdrawn: nobody, nothing
      declined: nobody, nothing
      dropped: nobody, nothing
      ended: nobody, nothing"
    `);
  });

  it('is moved by nobody outside the centre who has nothing to do with the zone', () => {
    expect(strangersDo(recommendation).filter((line) => !/: (centre_\w+|clock): /.test(line))).toEqual([]);
  });

  it('is not approved by whoever opened or proposed it', () => {
    for (const did of ['open', 'propose']) {
      const still = mayStillDo(recommendation, 'approval', { role: 'centre_approver', did });
      expect(still).not.toContain('send');
      expect(still).not.toContain('send_back');
    }
  });

  it.each([
    ['a zone nobody knows', null, 'no_such_zone'],
    ['a zone without its title', zone({ isTitleHeld: false, rank: null }), 'title_not_held'],
    ['a zone without a result', zone({ latest: null, rank: null }), 'not_graded'],
    [
      'a qualified zone under the default',
      zone({ latest: { year: 2020, grade: 'qualified', total: 80 }, rank: null }),
      'grade_not_recommended',
    ],
    ['a zone that has the title', zone({ heldTitle: '省级集聚区' }), 'title_already'],
    ['a zone under recommendation', zone({ otherCase: 'TJ-2021-00001' }), 'already_open'],
    ['a zone before which others are passed over', zone({ rank: 2, passedOver: ['西园'] }), 'out_of_order'],
    ['a year in which others are not graded', zone({ undecided: 2 }), 'out_of_order'],
  ])('is not opened for %s', (_name, found, code) => {
    expect(codesOfOpening(found)).toEqual([code]);
  });

  it('is opened out of order with a reason, which stays beside it', () => {
    expect(codesOfOpening(zone({ rank: 2, passedOver: ['西园'] }), { orderReason: reason })).toEqual([]);
    const facts = { ...usual, recommendationZone: zone({ rank: 2, passedOver: ['西园'] }) };
    const kase = begun(recommendation, { as: 'centre_officer', input: { ...input, orderReason: reason }, facts });
    expect(kase).toMatchObject({ owner: 'owner', data: { order: { reason, passedOver: ['西园'] }, basis: { year: 2020, rank: 2 } } });
  });

  it('looks at the order again when it is proposed and when it is sent', () => {
    const moved = { ...usual, recommendationZone: zone({ rank: 2, passedOver: ['西园'] }) };
    const words = { opinion: '成效显著，建议推荐上报。', orderReason: '' };
    expect(refusedCodes(recommendation, gathering(), { as: 'centre_officer', event: 'propose', input: words, facts: moved })).toEqual([
      'out_of_order',
    ]);
    const sent = { documentNumber: '1号', sentOn: '2021-03-01' };
    expect(refusedCodes(recommendation, proposed(), { as: 'centre_approver', event: 'send', input: sent, facts: moved })).toEqual([
      'out_of_order',
    ]);
  });

  it('is proposed only with a dossier made since the unit gave its part', () => {
    const words = { opinion: '成效显著，建议推荐上报。', orderReason: '' };
    const without = { ...usual, dossier: null };
    expect(refusedCodes(recommendation, gathering(), { as: 'centre_officer', event: 'propose', input: words, facts: without })).toEqual([
      'dossier_missing',
    ]);
    const again = told(recommendation, gathering(), [
      { as: 'centre_officer', event: 'ask_again', input: { reason: '请补充去年数据' }, facts: usual },
      { as: 'applicant', event: 'supply', input: part, facts: usual },
    ]);
    expect(refusedCodes(recommendation, again, { as: 'centre_officer', event: 'propose', input: words, facts: usual })).toEqual([
      'dossier_missing',
    ]);
  });

  it('ends where the title is lost or a later year is unqualified, in every live state, and nowhere else', () => {
    const later = (grade: string, year = 2021) => ({
      ...usual,
      recommendationZone: zone({ latest: { year, grade, total: 50 }, rank: null }),
    });
    for (const kase of [opened(), gathering(), proposed()]) {
      expect(refusedCodes(recommendation, kase, { as: 'clock', event: 'end_unfit', facts: usual })).toEqual(['still_fit']);
      expect(refusedCodes(recommendation, kase, { as: 'clock', event: 'end_unfit', facts: later('qualified') })).toEqual(['still_fit']);
      for (const facts of [later('unqualified'), { ...usual, recommendationZone: zone({ isTitleHeld: false, rank: null }) }]) {
        expect(told(recommendation, kase, [{ as: 'clock', event: 'end_unfit', facts }]).state).toBe('ended');
      }
    }
  });
});
