import { composePatentNumber, printPatentNumber } from '#core/kernel/patent-number.ts';

/** Draws a whole number below a bound. */
export type Draw = (below: number) => number;

/** A matter, in the ways people write it down. */
export type Matter = {
  readonly kind: 'invention_grant' | 'litigation' | 'agent_certificate';
  readonly clause: '9.5.tier' | '9.4' | '9.3.cert';
  readonly field: 'number' | 'caseNo' | 'certificateNo';
  /** What else of its fact belongs to this matter and no other. */
  readonly with: object;
  /** One of its spellings. */
  readonly spell: (draw: Draw) => string;
  /** Without its check digit: no number at all, to be refused alike whoever holds it. Null where there is none. */
  readonly cut: string | null;
};

const pick = <T>(draw: Draw, all: readonly T[]): T => all[draw(all.length)] as T;

const wide = (sign: string): string => {
  const code = sign.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : sign;
};

/** Some signs full width, blanks (narrow, wide, without width) between some. */
function typed(draw: Draw, text: string): string {
  const isAllWide = draw(3) === 0;
  return [...text]
    .map((sign) => {
      const shown = isAllWide || draw(6) === 0 ? wide(sign) : sign;
      return draw(7) === 0 ? `${shown}${pick(draw, [' ', '　', '\u00a0'])}` : shown;
    })
    .join('');
}

function grant(serial: number): Matter {
  const value = composePatentNumber(2019, 1, serial);
  const spell: Matter['spell'] = (draw) => {
    const body = pick(draw, [
      value,
      printPatentNumber(value),
      printPatentNumber(value).toLowerCase(),
      `${value.slice(0, 5)}-${value.slice(5)}`,
    ]);
    return typed(draw, `${pick(draw, ['', 'ZL', 'zl', 'ZL ', 'CN', 'cn'])}${body}`);
  };
  return { kind: 'invention_grant', clause: '9.5.tier', field: 'number', with: {}, spell, cut: value.slice(0, -1) };
}

const brackets = ['()', '（）', '〔〕', '［］', '[]', '【】', '{}', '｛｝'] as const;

function litigation(serial: number): Matter {
  const spell: Matter['spell'] = (draw) => {
    const [open, close] = pick(draw, brackets);
    return typed(draw, `${open}2021${close}鲁03民初${serial}号`);
  };
  return { kind: 'litigation', clause: '9.4', field: 'caseNo', with: {}, spell, cut: null };
}

function certificate(serial: number): Matter {
  const spell: Matter['spell'] = (draw) => typed(draw, String(3_000_000 + serial));
  const idTail = String(serial).padStart(6, '0').slice(-6);
  return { kind: 'agent_certificate', clause: '9.3.cert', field: 'certificateNo', with: { idTail }, spell, cut: null };
}

/** A matter of some kind; another serial is another matter. */
export const matterOf = (serial: number): Matter => ([grant, litigation, certificate] as const)[serial % 3]?.(serial) ?? grant(serial);
