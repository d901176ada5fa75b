import { beforeAll, describe, expect, it } from 'vitest';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import { type Caller, good } from '../support/caller.ts';
import { bankCode, readyForFacts } from '../support/facts.ts';
import { openWorld, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();
let agency: Caller;

beforeAll(async () => {
  await placeZone(world);
  await readyForFacts(world);
  agency = await world.as('agency');
});

const bytes = (text: string) => new TextEncoder().encode(text);
const confirm = (caller: Caller, { id, version }: { readonly id: string; readonly version: number }) =>
  caller.call('confirmImport', { params: { id }, version });

type Item = { clause: string };
const loansDetermined = async () => {
  const { items } = good(await agency.call('readDetermination', { query: { year: 2021 } })).answer as unknown as { items: Item[] };
  return items.find(({ clause }) => clause === '9.1.loan');
};

describe('A list of another kind', () => {
  const loans = ['贷款合同编号,借款企业,借款企业信用代码,放款银行,放款银行信用代码,是否本市银行,是否政银保质押贷款,合同签订日,放款日'];
  const line = (no: string, more: Partial<Record<'day' | 'scheme', string>> = {}) =>
    [
      no,
      '丙新材料股份有限公司',
      world.orgs.plant.creditCode,
      '齐商银行',
      bankCode,
      '是',
      more.scheme ?? '是',
      '',
      more.day ?? '2021年5月8日',
    ].join(',');
  const uploadLoans = (rows: readonly string[]) =>
    agency.call('checkImport', {
      query: { kind: 'pledge_loan' },
      file: { name: '贷款.csv', bytes: bytes([...loans, ...rows].join('\r\n')) },
    });
  const stored = async () =>
    (
      await world.owner.query<{ matter: string; counterparties: string[]; data: Record<string, unknown> }>(
        `select matter, counterparties, data from fact where kind = 'pledge_loan' order by matter`,
      )
    ).rows;

  it('has its faults told in the words of its own form, and nothing of it is kept', async () => {
    const view = good(
      await uploadLoans([line('QS-1'), line('QS-2', { day: '2021-06-02' }), line('qs-1'), line('QS-4', { scheme: '也许' })]),
    );
    expect(view).toMatchObject({ kind: 'pledge_loan', rowCount: 4, goodCount: 1, errorCount: 3, warningCount: 0 });
    expect(view.faults.map(({ row, column, value, says }) => `${row} ${column} ${value} ${says}`)).toEqual([
      '3 放款日 2021-06-02 放款日不能晚于今天',
      '4 贷款合同编号 QS-1 与第2行重复',
      '5 是否政银保质押贷款 也许 应填是或否',
    ]);
    expect((await confirm(agency, view)).problem.code).toBe('rows_at_fault');
    expect(await stored()).toEqual([]);
  });

  it('is shown under its own columns and becomes facts that ask the other side, what was left empty staying unknown', async () => {
    const view = good(await uploadLoans([line('QS-1'), line('QS-2', { scheme: '' })]));
    expect(view.sample[1]).toMatchObject({ 贷款合同编号: 'QS-2', 是否本市银行: '是', 是否政银保质押贷款: '', 放款日: '2021-05-08' });
    expect((await confirm(agency, view)).status).toBe(200);
    const rows = await stored();
    expect(rows.map(({ matter, counterparties }) => [matter, counterparties])).toEqual([
      ['QS-1', [bankCode]],
      ['QS-2', [bankCode]],
    ]);
    expect(rows[1]?.data).toMatchObject({ insuredByGovBankInsurer: null, bankInCity: true, signedDate: null, payoutFile: null });
    expect(await loansDetermined()).toMatchObject({ code: 'UNKNOWN', eligible: null });
    expect((await world.owner.query(`select 1 from fact_import_rows where import = $1`, [view.id])).rows).toEqual([]);
  });

  it('is listed by its kind, and kinds the centre enters take no list', async () => {
    expect(good(await agency.call('listImports', { query: { kind: 'pledge_loan' } })).map(({ kind }) => kind)).toEqual([
      'pledge_loan',
      'pledge_loan',
    ]);
    const reply = await agency.ask({
      method: 'POST',
      url: '/api/fact-imports?kind=abnormal_filing',
      file: { name: 'x.csv', bytes: bytes('x') },
    });
    expect(reply.status).toBe(422);
  });

  it('whose rows are all doubtful tells no more than five hundred doubts, and counts them all', async () => {
    const grant = (serial: number, owner: string) =>
      [composePatentNumber(2019, 1, serial), '一种新材料', owner, '淄博市张店区', owner === '' ? '2021-04-06' : '2021-04-07', ''].join(',');
    const rows = Array.from({ length: 600 }, (_, n) => grant(n + 1, '丙公司'));
    const text = ['申请号,名称,申请人,地址,授权公告日,代理机构', ...rows, grant(601, '')].join('\n');
    const view = good(await agency.call('checkImport', { file: { name: '可疑.csv', bytes: bytes(text) } }));
    expect(view).toMatchObject({ rowCount: 601, goodCount: 600, errorCount: 1, warningCount: 600 });
    expect(view.faults).toHaveLength(500);
    expect(view.faults.at(-1)).toMatchObject({ row: 602, isWarning: false });
    expect((await confirm(agency, view)).problem.code).toBe('rows_at_fault');
    good(await agency.call('discardImport', { params: { id: view.id }, version: view.version }));
  });
});

it('ended in no fault', () => {
  expect(world.faults).toEqual([]);
});
