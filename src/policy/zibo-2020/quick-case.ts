import type { CaseFileInput } from './case-file.ts';
import type { SupportValues } from './settings-support.ts';
import { earlier, later, yearBounds } from './world.ts';

type Facts = CaseFileInput['facts'];

/** Yes, no, or null for not known: what is not known never counts as a no. */
export type Known = boolean | null;

/** One case that was won, as far as it is known. */
export type QuickWin = {
  /** Agency fee really paid, in yuan. */
  readonly feeYuan: number | null;
  readonly isForeignRelated: Known;
  readonly hasMajorInfluence: Known;
  readonly isFinal: Known;
  readonly isClientInZone: Known;
};

/** A year of one agency in plain numbers, as somebody types them who knows nothing of case files. */
export type QuickInput = {
  readonly year: number;
  /** Day of moving into a zone, YYYY-MM-DD; null: in no zone. */
  readonly zoneSince: string | null;
  readonly isQualified: boolean;
  /** Invention grants of the city in the year, those of the two campaign enterprises included. */
  readonly grants: number;
  /** A finding of abnormal filing: malicious, another one, none, or not known. */
  readonly abnormal: 'none' | 'malicious' | 'other' | 'unknown';
  readonly insuredLoans: number;
  readonly plainLoans: number;
  readonly securitizations: number;
  readonly custody: 'none' | 'full' | 'advisory' | 'single';
  /** Whether the centre recognised this year's results of custody as outstanding. */
  readonly isRecognised: Known;
  readonly honour: 'none' | 'national' | 'provincial' | 'municipal';
  readonly isHonourAfterEntry: boolean;
  readonly certificates: number;
  readonly wins: readonly QuickWin[];
  /** Invention grants of the enterprise that got its first patent; null: no such result. */
  readonly zeroClearing: number | null;
  /** Invention grants of the enterprise that doubled its patents; null: no such result. */
  readonly doubling: number | null;
};

/** When to look and under which dates of the plan. */
export type QuickSetting = {
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  readonly today: string;
  readonly values: Pick<SupportValues, 'policyFrom' | 'policyTo' | 'yearBasis'>;
};

/** Names a quick case gives to its only agency and zone; they appear in the sentences of the explanation. */
export const quickNames = { agency: '贵机构', zone: '本示范区' } as const;

/**
 * The one day on which everything typed is taken to have happened: today, or the nearest day of the year on which the
 * plan is in force; after moving in, if that lies ahead within the same stretch.
 */
export function quickDay({ year, zoneSince }: Pick<QuickInput, 'year' | 'zoneSince'>, { today, values }: QuickSetting): string {
  const [yearFrom, yearTo] = yearBounds(year, values.yearBasis);
  const [from, to] = [later(yearFrom, values.policyFrom), earlier(yearTo, values.policyTo)];
  if (from > to) return earlier(later(today, yearFrom), yearTo);
  const day = earlier(later(today, from), to);
  return zoneSince !== null && day < zoneSince && zoneSince <= to ? zoneSince : day;
}

/** Plain numbers as a case file that `readCaseFile` accepts. Numbers must be whole and not negative. */
export function quickCase(input: QuickInput, setting: QuickSetting): CaseFileInput {
  const { zoneSince, isQualified, year } = input;
  const { agency, zone } = quickNames;
  const day = quickDay(input, setting);
  const designatedOn = earlier(zoneSince ?? day, setting.values.policyFrom);
  return {
    year,
    asOf: day,
    zones: [{ id: zone, statusHistory: [{ from: designatedOn, status: 'designated' }] }],
    agencies: [
      {
        id: agency,
        patentQualification: isQualified ? [{ from: '1985-04-01', to: null }] : [],
        zoneMembership: zoneSince === null ? [] : [{ zone, from: zoneSince, to: null }],
      },
    ],
    enterprises: input.wins.map(({ isClientInZone }, i) => ({
      id: clientName(i),
      city: '370300',
      ...(isClientInZone === null ? {} : { zone: isClientInZone ? zone : null }),
    })),
    facts: [
      ...loanFacts(input, day),
      ...custodyFacts(input, day),
      ...honourFacts(input, day),
      ...series(input.certificates, (n) => ({
        id: `第${n}位新取得证书者`,
        type: 'agent_certificate' as const,
        agency,
        person: `第${n}位取得证书者`,
        certificateNo: `（第${n}本）`,
        issuedDate: day,
      })),
      ...input.wins.map((win, i) => winFact(win, i, day)),
      ...grantFacts(input, day),
    ],
  };
}

const series = <Made>(count: number, make: (n: number) => Made): readonly Made[] => Array.from({ length: count }, (_, i) => make(i + 1));

const clientName = (i: number) => `第${i + 1}案委托人`;

function loanFacts({ insuredLoans, plainLoans, securitizations }: QuickInput, day: string): Facts {
  const loan = (name: string, insuredByGovBankInsurer: boolean) => (n: number) => ({
    id: `第${n}笔${name}`,
    type: 'pledge_loan' as const,
    agency: quickNames.agency,
    contractNo: `${name}合同${n}`,
    disbursedDate: day,
    bankInCity: true,
    insuredByGovBankInsurer,
  });
  return [
    ...series(insuredLoans, loan('政银保贷款', true)),
    ...series(plainLoans, loan('普通质押贷款', false)),
    ...series(securitizations, (n) => ({
      id: `第${n}项证券化`,
      type: 'ip_securitization' as const,
      agency: quickNames.agency,
      productName: `证券化产品${n}`,
      completedDate: day,
    })),
  ];
}

function custodyFacts({ custody, isRecognised, year }: QuickInput, day: string): Facts {
  const { agency } = quickNames;
  const recognition = {
    id: '市中心的认定',
    type: 'custody_recognition' as const,
    agency,
    year,
    ...(isRecognised === null ? {} : { decidedDate: day, areas: ['托管'], result: 'outstanding' }),
  };
  return [
    ...(custody === 'none'
      ? []
      : [{ id: '托管合同', type: 'custody_contract' as const, agency, mode: custody, startDate: day, endDate: null }]),
    ...(isRecognised === true || (isRecognised === null && custody !== 'none') ? [recognition] : []),
  ];
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function honourFacts({ honour, isHonourAfterEntry, zoneSince }: QuickInput, day: string): Facts {
  if (honour === 'none') return [];
  const awardedDate = isHonourAfterEntry || zoneSince === null ? day : dayBefore(zoneSince);
  return [{ id: '品牌或资质', type: 'brand_honour', agency: quickNames.agency, level: honour, name: '品牌或资质', awardedDate }];
}

const winFact = (win: QuickWin, i: number, day: string): Facts[number] => ({
  id: `第${i + 1}件胜诉案`,
  type: 'litigation',
  agency: quickNames.agency,
  client: clientName(i),
  caseNo: `第${i + 1}案`,
  effectiveDate: day,
  patentCase: true,
  foreignRelated: win.isForeignRelated,
  majorInfluence: win.hasMajorInfluence,
  outcome: 'won',
  final: win.isFinal,
  agencyFeeYuan: win.feeYuan,
});

/** Serial numbers of each batch lie apart, so that no patent is counted twice. */
const batchSpacing = 1_000_000;

function grantFacts({ grants, zeroClearing, doubling, abnormal, year }: QuickInput, day: string): Facts {
  const { agency } = quickNames;
  const others = Math.max(0, grants - (zeroClearing ?? 0) - (doubling ?? 0));
  const batches = [
    { enterprise: '清零企业', count: zeroClearing ?? 0 },
    { enterprise: '倍增企业', count: doubling ?? 0 },
    { enterprise: '其他企业', count: others },
  ];
  const results = [
    { enterprise: '清零企业', campaign: 'zero_clearing' as const, isThere: zeroClearing !== null },
    { enterprise: '倍增企业', campaign: 'doubling' as const, isThere: doubling !== null },
  ];
  return [
    ...batches.flatMap(({ enterprise, count }, i) =>
      count === 0
        ? []
        : [
            {
              id: `${enterprise}的发明授权`,
              type: 'invention_grants' as const,
              agency,
              count,
              grantDate: day,
              ownerCity: '370300',
              applicationYear: Math.max(2003, year - 3),
              serialFrom: 1 + i * batchSpacing,
              enterprise,
            },
          ],
    ),
    ...results.flatMap(({ enterprise, campaign, isThere }) =>
      isThere
        ? [
            {
              id: campaign === 'doubling' ? '专利倍增成果' : '专利清零成果',
              type: 'campaign_result' as const,
              agency,
              enterprise,
              campaign,
              confirmedDate: day,
            },
          ]
        : [],
    ),
    ...findingFacts(abnormal, day),
  ];
}

function findingFacts(abnormal: QuickInput['abnormal'], day: string): Facts {
  const shared = { type: 'abnormal_filing' as const, agency: quickNames.agency, date: day };
  switch (abnormal) {
    case 'none':
      return [];
    case 'unknown':
      return [{ ...shared, id: '是否有非正常申请' }];
    case 'malicious':
      return [{ ...shared, id: '恶意非正常申请', malicious: true, status: 'confirmed' }];
    case 'other':
      return [{ ...shared, id: '非恶意的非正常申请', malicious: false, status: 'confirmed' }];
  }
}
