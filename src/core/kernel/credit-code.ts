/** Whether a typed number was accepted, and in which one spelling; or the sentence that says what is wrong. */
export type NumberReading =
  | { readonly ok: true; readonly value: string; readonly warning?: string }
  | { readonly ok: false; readonly says: string };

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character that GB 32100-2015 gives to the first 17. Remainder 0 gives `0`. */
export function creditCodeCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17[i] ?? ''), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '0';
}

/** The 9th character of an organisation code (GB 11714), from the first eight. */
export function organisationCodeCheck(first8: string): string {
  const value = (c: string) => (c >= 'A' ? c.charCodeAt(0) - 55 : Number(c));
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * value(first8[i] ?? '0'), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Reads a unified social credit code as people type it: blanks and case do not matter, the check character does. */
export function readCreditCode(typed: string): NumberReading {
  const value = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (value.length !== 18) return { ok: false, says: `统一社会信用代码应为18位，现为${value.length}位` };
  const wrong = [...value].find((c) => !alphabet.includes(c));
  if (wrong) return { ok: false, says: `统一社会信用代码不含字符“${wrong}”（不用I、O、S、V、Z）` };
  if (!/^\d{6}$/.test(value.slice(2, 8))) return { ok: false, says: '统一社会信用代码第3至8位应为数字（登记机关区划）' };
  const check = creditCodeCheck(value);
  if (check !== value[17]) return { ok: false, says: '统一社会信用代码校验位不符，请核对证照逐位重输' };
  if (organisationCodeCheck(value.slice(8, 16)) !== value[16]) {
    return { ok: true, value, warning: '主体标识码的校验位不符，请核对证照' };
  }
  return { ok: true, value };
}
