import { describe, expect, test } from 'vitest';
import {
  batch,
  certificate,
  contract,
  type FactInput,
  fileOf,
  honour,
  loan,
  recognition,
  result,
  type Scene,
  security,
  two,
  win,
} from '../../../tests/properties/made-up-facts.ts';
import { readingsFor } from './determine.ts';
import { evaluate } from './evaluate.ts';
import { linkedTo } from './links.ts';
import { worldOf } from './world.ts';

/** What the first item may hang on, itself left out. */
function linksOf(facts: readonly FactInput[], overrides: Scene['overrides'] = {}): readonly string[] {
  const file = fileOf(facts, { agencies: two, overrides });
  const items = evaluate(worldOf(file, readingsFor(file).values), new Set());
  const [first] = items;
  if (!first) throw new Error('no item');
  const linked = linkedTo(first, items);
  expect(linked[0]).toBe(first);
  return linked.slice(1).map(({ agency, clause }) => `${agency} ${clause.key}`);
}
const both = { clauseFive: 'both' } as const;

describe('what an item may hang on', () => {
  test('nothing else, where nothing is shared', () => {
    expect(linksOf([loan(), security(), honour(), win(), certificate(), contract(), recognition(), batch('F1', 71)])).toEqual([]);
  });

  test('others in the same matter, directly, through another, or through its grants', () => {
    expect(linksOf([loan('L1', { matter: 'M' }), honour('H1', { matter: 'M' }), win('C1', { matter: 'N' })])).toEqual(['A1 9.3.honour']);
    const chain = [loan('L1', { matter: 'M' }), honour('H1', { matter: 'M' }), honour('H2', { matter: 'N' }), win('C1', { matter: 'N' })];
    expect(linksOf(chain)).toEqual(['A1 9.3.honour', 'A1 9.4']);
    expect(linksOf([loan('L1', { matter: 'M' }), batch('F1', 71, { matter: 'M', ownerCity: '370100' })])).toEqual(['A1 9.5.tier']);
  });

  test('the same contract, case or person at another agency; what has no name is not the same', () => {
    const atTwo = { agency: 'A2' };
    expect(linksOf([win('C1', { caseNo: '1' }), win('C2', { caseNo: '１', ...atTwo })])).toEqual(['A2 9.4']);
    expect(linksOf([win('C1', { caseNo: '1' }), win('C2', { caseNo: '2', ...atTwo })])).toEqual([]);
    expect(linksOf([loan('L1', { contractNo: '1' }), win('C2', { caseNo: '1', ...atTwo })])).toEqual([]);
    expect(linksOf([win('C1', { caseNo: null }), win('C2', { caseNo: null, ...atTwo })])).toEqual([]);
    expect(linksOf([certificate('P1', { person: '张三' }), certificate('P2', { person: '张三', ...atTwo })])).toEqual(['A2 9.3.cert']);
    expect(linksOf([certificate('P1'), certificate('P2', atTwo)])).toEqual([]);
    expect(linksOf([honour('H1', { name: null }), honour('H2', { name: null, ...atTwo })])).toEqual([]);
    expect(linksOf([contract(), recognition(), contract('K2', atTwo), recognition('R2', atTwo)])).toEqual([]);
  });

  test('the cap of one client, where clients have it', () => {
    const cases = [win('C1'), win('C2', { agency: 'A2' })];
    expect(linksOf(cases, { capBy: 'client_enterprise' })).toEqual(['A2 9.4']);
    expect(linksOf(cases)).toEqual([]);
    expect(linksOf([win('C1'), win('C2', { agency: 'A2', client: 'E2' })], { capBy: 'client_enterprise' })).toEqual([]);
    const nameless = [win('C1', { client: null }), win('C2', { agency: 'A2', client: null })];
    expect(linksOf(nameless, { capBy: 'client_enterprise' })).toEqual([]);
  });

  test('the other half of 第九条（五） of the same agency, unless both may be had', () => {
    const halves = [batch('F1', 71), result('P1'), batch('F2', 71, { agency: 'A2' }), loan()];
    const ofTier = (overrides?: Scene['overrides']) => linksOf(halves.slice(0, 3), overrides);
    expect([ofTier(), ofTier({ clauseFive: 'both_distinct' }), ofTier(both)]).toEqual([['A1 9.5.campaign'], ['A1 9.5.campaign'], []]);
    expect(linksOf(halves)).toEqual([]);
  });

  test('all items of an agency, where it may have one a year', () => {
    const facts = [loan(), honour(), loan('L2', { agency: 'A2' })];
    expect(linksOf(facts, { acrossClauses: 'one_clause', ...both })).toEqual(['A1 9.3.honour']);
  });
});
