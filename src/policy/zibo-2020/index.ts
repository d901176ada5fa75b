import type { Clause } from '#core/policy/clause.ts';
import { pledgeLoans, securitizations } from './09.1-pledge-financing.ts';
import { custody } from './09.2-custody.ts';
import { certificates } from './09.3-certificate.ts';
import { honours } from './09.3-honours.ts';
import { litigationWins } from './09.4-litigation-win.ts';
import { campaigns, grantTiers } from './09.5-grants-and-campaigns.ts';
import type { ExampleInput } from './example-world.ts';
import type { Fact } from './facts.ts';
import type { Row } from './rows.ts';
import { zibo2020Settings } from './settings.ts';

/** A clause of 第九条 over rows of any fact type. */
export type SupportClause = Clause<Row, ExampleInput>;

/** Each clause is only ever given rows of its own fact types (see `clauseRows`), so the wider type is safe. */
const wide = <Type extends Fact['type']>(clause: Clause<Row<Type>, ExampleInput>): SupportClause => clause as unknown as SupportClause;

/** All deciding clauses of 第九条 in order. */
export const supportClauses: readonly SupportClause[] = [
  wide(pledgeLoans),
  wide(securitizations),
  wide(custody),
  wide(honours),
  wide(certificates),
  wide(litigationWins),
  wide(grantTiers),
  wide(campaigns),
];

/** The plan itself: trial edition, in force one year from 2020-08-25. */
export const zibo2020 = {
  id: 'zibo-2020',
  title: '知识产权服务业集聚发展示范区建设方案（试行）',
  issuer: '淄博市知识产权事业发展中心',
  issuedOn: '2020-08-25',
  settings: zibo2020Settings,
  clauses: supportClauses,
} as const;
