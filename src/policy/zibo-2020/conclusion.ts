import type { Code } from './codes.ts';

/** What each code of an answer means, in English. */
export const codeMeanings: Readonly<Record<Code, string>> = {
  OK: 'every condition is met',
  OK_CAPPED: 'every condition is met; cut to the cap',
  UNKNOWN: 'a fact is missing; nothing is decided yet',
  BELOW_THRESHOLD: 'below the lowest number or condition',
  ABNORMAL_FILING: 'abnormal filings were found',
  BANK_NOT_LOCAL: 'the lender is no bank of this city',
  NOT_INSURED_SCHEME: 'not a loan of the government-bank-insurance scheme',
  GATE_NO_LOCAL_LOAN: 'no pledge loan of a local bank in the year',
  NO_CENTRE_RECOGNITION: 'the centre has not recognised outstanding results',
  LEVEL_NOT_COVERED: 'the level is not supported',
  BEFORE_ENTRY: 'obtained before the agency moved in',
  NOT_WON: 'the case was not won',
  NOT_FINAL: 'the judgment is not final yet',
  NOT_FOREIGN_OR_MAJOR: 'neither foreign-related nor of major influence',
  NOT_PATENT_CASE: 'not a patent case',
  CLIENT_NOT_IN_ZONE: 'the client is not in a zone',
  OUTSIDE_YEAR: 'not in the year asked about',
  POLICY_NOT_IN_FORCE: 'outside the days the plan is in force',
  NOT_IN_ZONE: 'the agency was not in a zone',
  NOT_QUALIFIED_AGENCY: 'the agency had no patent-agency qualification',
  ZONE_NOT_DESIGNATED: 'the area was no zone yet',
  ZONE_REVOKED: 'the zone had lost its title',
  ZONE_RECTIFYING: 'the zone was under rectification',
  ONCE_ONLY: 'supported once this year already',
  SAME_MATTER: 'the same matter is supported elsewhere',
  DUPLICATE: 'the same matter was entered twice',
};

/** An item as its conclusion is said. */
type Concluded = {
  readonly clause: string;
  readonly eligible: boolean | null;
  readonly code: string;
  readonly kind: 'cash' | 'voucher';
  readonly ceilingYuan: number;
  readonly isFixed: boolean;
};

const meaningOf = (code: string): string => (Object.hasOwn(codeMeanings, code) ? codeMeanings[code as Code] : code);

/** What the rules conclude about an item. */
export function conclusionInEnglish({ clause, eligible, code, kind, ceilingYuan, isFixed }: Concluded): string {
  if (eligible !== true) return `${clause}: ${eligible === null ? '' : 'no support, '}${meaningOf(code)}.`;
  const form = kind === 'voucher' ? 'voucher' : 'cash';
  const cut = code === 'OK_CAPPED' ? ' (cut to the cap)' : '';
  return `${clause}: ${form}, ${isFixed ? 'exactly' : 'at most'} ${ceilingYuan.toLocaleString('en-US')} yuan${cut}.`;
}
