import { describe, expect, it } from 'vitest';
import { composePatentNumber } from '#core/kernel/patent-number.ts';
import { caseFactsOf, enterpriseCodesOf, type KindRow, matterOf, mattersOf } from './case-facts.ts';
import { type FactKindName, factKindNamed } from './index.ts';
import { sampleCode, sampleForms } from './samples.ts';

const agency = { id: 'A1', creditCode: sampleCode(50) };

const row = (kind: FactKindName, more: object = {}, standing: KindRow['standing'] = 'stands'): KindRow => {
  const { form, keep, matter, validOn } = factKindNamed(kind);
  const data = keep(form.parse({ ...sampleForms[kind], ...more }));
  return { id: 'x', kind, agency: 'A1', year: 2021, matter: matter(data), validOn: validOn(data), data, standing };
};
const grant = (serial: number, more: object = {}) => row('invention_grant', { number: composePatentNumber(2019, 1, serial), ...more });
const numbers = (...serials: number[]) => serials.map((serial) => composePatentNumber(2019, 1, serial));

describe('Grants in a case file', () => {
  it('are one fact a day and owner city', () => {
    const facts = caseFactsOf(agency, [
      grant(1),
      grant(2),
      grant(3, { address: '济南市' }),
      grant(4, { address: '1号楼' }),
      grant(5, { grantDate: '2021-04-09' }),
    ]);
    expect(facts).toEqual([
      {
        id: '授权2021-04-06',
        type: 'invention_grant_list',
        agency: 'A1',
        grantDate: '2021-04-06',
        ownerCity: '370300',
        patentNos: numbers(1, 2),
      },
      {
        id: '授权2021-04-06（外地）',
        type: 'invention_grant_list',
        agency: 'A1',
        grantDate: '2021-04-06',
        ownerCity: '000000',
        patentNos: numbers(3),
      },
      { id: '授权2021-04-06（地址待核）', type: 'invention_grant_list', agency: 'A1', grantDate: '2021-04-06', patentNos: numbers(4) },
      {
        id: '授权2021-04-09',
        type: 'invention_grant_list',
        agency: 'A1',
        grantDate: '2021-04-09',
        ownerCity: '370300',
        patentNos: numbers(5),
      },
    ]);
  });

  it('stand behind a campaign by the first owner’s code or name, others are known not to', () => {
    const rows = [
      row('campaign_result'),
      grant(1, { owner: '丙新材料 股份有限公司；某大学' }),
      grant(2, { owner: '改名后的公司', ownerCode: sampleCode(1) }),
      grant(3, { owner: '某大学；丙新材料股份有限公司' }),
      grant(4, { owner: '丙新材料股份有限公司', ownerCode: sampleCode(9) }),
    ];
    const lists = caseFactsOf(agency, rows).flatMap((fact) =>
      fact.type === 'invention_grant_list' ? [[fact.enterprise, fact.patentNos]] : [],
    );
    expect(lists).toEqual([
      [sampleCode(1), numbers(1, 2)],
      ['其他企业', numbers(3)],
      [sampleCode(9), numbers(4)],
    ]);
  });

  it('are not told apart by enterprise while no campaign is approved', () => {
    const facts = caseFactsOf(agency, [row('campaign_result', {}, 'awaited'), grant(1)]);
    expect(facts).toHaveLength(1);
    expect(facts[0]).not.toHaveProperty('enterprise');
  });
});

describe('The matters of an item', () => {
  const item = (clause: string, lines?: readonly { fact: string; code: string; ceilingYuan: number }[]) =>
    ({ agency: 'A1', clause, ...(lines ? { lines } : {}) }) as Parameters<typeof mattersOf>[0];
  const rows = [
    row('pledge_loan'),
    row('pledge_loan', { contractNo: 'B' }),
    row('custody_contract'),
    row('custody_recognition'),
    row('brand_honour'),
    row('agent_certificate'),
    row('litigation'),
    row('ip_securitization'),
    row('abnormal_filing'),
    grant(1),
    grant(2, { owner: '另一家公司' }),
    row('campaign_result'),
  ];

  it.each([
    ['9.1.loan', ['QS-2021-001', 'B']],
    ['9.1.sec', ['淄博知识产权一期']],
    ['9.2', ['TG-2021-1|2021']],
    ['9.3.honour', ['A1|知识产权品牌服务机构|2021-03-18']],
    ['9.3.cert', ['3712345', '孙三|12301X']],
    ['9.4', ['（2021）鲁03民初1号']],
    ['9.5.tier', numbers(1, 2)],
    ['9.5.campaign', [...numbers(1), `${sampleCode(1)}|doubling|2021`]],
  ])('%s rests on %j', (clause, expected) => {
    expect(mattersOf(item(clause), rows).map(({ matter }) => matter)).toEqual(expected);
  });

  it('are only those that earned something where deals are added up', () => {
    const lines = [
      { fact: '质押贷款 QS-2021-001', code: 'NOT_INSURED_SCHEME', ceilingYuan: 0 },
      { fact: '质押贷款 B', code: 'OK', ceilingYuan: 10_000 },
    ];
    expect(mattersOf(item('9.1.loan', lines), rows)).toEqual([{ kind: 'pledge_loan', matter: 'B' }]);
  });

  it('custody is another matter each year, an honour another for each agency', () => {
    expect(matterOf({ ...row('custody_contract'), year: 2022 }).matter).toBe('TG-2021-1|2022');
    expect(matterOf({ ...row('brand_honour'), agency: 'A2' }).matter).toBe('A2|知识产权品牌服务机构|2021-03-18');
  });
});

it('the enterprises whose place counts are the clients and those of campaigns, each once', () => {
  expect(
    enterpriseCodesOf([
      row('litigation'),
      row('campaign_result', { enterpriseCode: sampleCode(8) }),
      row('campaign_result'),
      row('pledge_loan'),
    ]),
  ).toEqual([sampleCode(1), sampleCode(8)]);
});
