import { creditCodeCheck, organisationCodeCheck } from '#core/kernel/credit-code.ts';

/** First two characters of a credit code: a company, a public institution, an office of the state. */
export type CodeKind = '91' | '12' | '11';

/**
 * A credit code with true check characters and an organisation code that begins with `JX`, a series nobody issues:
 * it passes every check and belongs to nobody. `area` has six digits, `serial` at most six.
 */
export function inventedCreditCode(kind: CodeKind, area: string, serial: number): string {
  const organisation = `JX${String(serial).padStart(6, '0')}`;
  const body = `${kind}${area}${organisation}${organisationCodeCheck(organisation)}`;
  return body + creditCodeCheck(body);
}

/** Serial numbers of applications start here: real ones have never come near nine million in a year. */
export const firstInventedSerial = 9_000_000;
