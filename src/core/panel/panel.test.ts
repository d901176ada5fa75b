import { describe, expect, it } from 'vitest';
import { both } from '#core/kernel/words.ts';
import { defineProcess, openingOf, type AnyProcess, type Case } from '#core/process/define.ts';
import { nameOf } from '#core/process/summary.ts';
import { z } from 'zod';
import { actorIn, begun, moved, refusedCodes, told } from '../../../tests/support/pure.ts';
import { panelEvents } from './events.ts';
import { type NamedSheet, openedSheets, Panel } from './panel.ts';
import { type Group, indicator, scoreSheetOf, totalOf } from './sheet.ts';

const groups: readonly Group[] = [
  {
    id: 'taste',
    title: both('口味', 'Taste'),
    clause: '1',
    indicators: [indicator('sweet', 3, '甜', 'Sweet'), indicator('sour', 2, '酸', 'Sour')],
  },
  { id: 'looks', title: both('外观', 'Looks'), clause: '2', indicators: [indicator('colour', 5, '色', 'Colour')] },
];
const sheet = scoreSheetOf(groups);
const Data = z.object({ panel: Panel.nullable(), parties: z.array(z.string()), names: z.array(z.string()) });
type Data = z.infer<typeof Data>;
type State = 'waiting' | 'judging' | 'judged';
const words = both('赛', 'Fair');

const events = panelEvents<State, Data>({
  clause: '1',
  from: 'waiting',
  judgesIn: 'judging',
  opensTo: 'judged',
  parties: () => [{ name: '甲店', creditCode: 'A' }],
  declares: both('无关系', 'None'),
  sheet,
  opened: (data, sheets: readonly NamedSheet[]) => ({
    ...data,
    names: openedSheets(groups, sheets).map(({ name, total }) => `${name} ${total}`),
  }),
});

/** A process that has nothing to do with zones: the kit asks for no more than a panel and the names of the parties. */
const fair = defineProcess({
  name: 'fair',
  title: words,
  clause: '1',
  prefix: 'XX',
  data: Data,
  readers: [],
  opens: openingOf<Data>()({
    title: words,
    clause: '1',
    who: [{ role: 'centre_officer', relation: 'any' }],
    input: z.object({}),
    create: () => ({ panel: null, parties: [], names: [] }),
  }),
  initial: 'waiting',
  states: { waiting: { title: words }, judging: { title: words }, judged: { title: words, isFinal: true } },
  events,
  summary: nameOf(() => ''),
}) as unknown as AnyProcess;

const pool = Array.from({ length: 6 }, (_, i) => ({ person: `e${i}`, name: `e${i}`, field: '', ties: [], offices: [] }));
const given = (sweet: number) => ({ scores: { sweet, sour: 1, colour: 2.5 }, remark: '打分有理有据', hasNoConflict: true });
const drawn = (): Case =>
  told(fair, begun(fair, { as: 'centre_officer' }), [
    { as: 'centre_officer', event: 'drawPanel', input: { size: 5 }, facts: { experts: pool } },
  ]);
const members = (kase: Case) => (kase.data as Data).panel?.members ?? [];
const as = (person: string) => actorIn('expert', { person });

describe('A panel of any process', () => {
  it('judges: drawn, declared, sealed each alone, opened all together with the process’s own sums', () => {
    const judged = members(drawn()).reduce(
      (kase, { person }, i) =>
        told(fair, { ...kase, assigned: members(kase).map((one) => one.person) }, [
          { as: as(person), event: 'declareClear', input: { hasNoConflict: true } },
          { as: as(person), event: 'sealSheet', input: given(i / 2) },
        ]),
      drawn(),
    );
    const sheets = members(judged).map(({ person, name }, i) => ({ expert: person, name, sheet: given(i / 2) }));
    const { next } = moved(fair, judged, { as: 'centre_officer', event: 'openScores', facts: { sheets } });
    expect(next).toMatchObject({ state: 'judged', data: { parties: ['甲店'] } });
    expect((next.data as Data).names.map((line) => line.split(' ')[1])).toEqual(['3.5', '4', '4.5', '5', '5.5']);
  });

  it('refuses a sheet beyond the weights of the process, and one by whom has not declared', () => {
    const kase = drawn();
    const person = members(kase)[0]?.person ?? '';
    expect(refusedCodes(fair, kase, { as: as(person), event: 'sealSheet', input: given(1) })).toEqual(['expert_status']);
    const cleared = told(fair, kase, [{ as: as(person), event: 'declareClear', input: { hasNoConflict: true } }]);
    expect(refusedCodes(fair, cleared, { as: as(person), event: 'sealSheet', input: given(3.5) })).toEqual(['invalid_input']);
  });

  it('replaces who recused by somebody not drawn before', () => {
    const kase = drawn();
    const [first] = members(kase);
    const left = told(fair, kase, [{ as: as(first?.person ?? ''), event: 'recuse', input: { reason: '与参评单位有亲属关系' } }]);
    const { next } = moved(fair, left, { as: 'centre_officer', event: 'replaceRecused', facts: { experts: pool } });
    expect(new Set(members(next).map(({ person }) => person)).size).toBe(6);
    expect(next.assigned).toHaveLength(5);
    expect(next.assigned).not.toContain(first?.person);
    expect(refusedCodes(fair, left, { as: 'centre_officer', event: 'replaceRecused', facts: { experts: pool.slice(0, 5) } })).toEqual([
      'too_few_experts',
    ]);
  });

  it('lets nobody recuse twice, nor once the own sheet is sealed', () => {
    const kase = drawn();
    const expert = as(members(kase)[0]?.person ?? '');
    const recusing = { as: expert, event: 'recuse', input: { reason: '与参评单位有亲属关系' } };
    expect(refusedCodes(fair, told(fair, kase, [recusing]), recusing)).toEqual(['already_recused']);
    const sealed = told(fair, kase, [
      { as: expert, event: 'declareClear', input: { hasNoConflict: true } },
      { as: expert, event: 'sealSheet', input: given(1) },
    ]);
    expect(refusedCodes(fair, sealed, recusing)).toEqual(['already_sealed']);
  });

  it('sums a sheet by the groups of the process', () => {
    expect(totalOf(groups, given(3))).toEqual({ total: 6.5, groups: { taste: 4, looks: 2.5 } });
  });
});
