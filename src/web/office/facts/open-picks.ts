import type { Words } from '#core/kernel/words.ts';
import type { Choices } from '../../ui/schema/form-context.tsx';
import { blankOf, fieldsOf, kindOf, labelOf, type Schema, sendable, type Tree } from '../../ui/schema/schema.ts';
import { uiWords } from '../../ui/words.ts';
import { words } from './words.ts';

/** The value of a pick that stays open. What nobody knows is null on record, never no. */
const notKnown = 'unknown';

/** Fields that are picked rather than typed and may stay open: once picked, they must be able to become open again. */
const openPicks = (schema: Schema) =>
  fieldsOf(schema).filter(([name, field]) => {
    const kind = kindOf(name, field);
    return (kind === 'yes-no' || kind === 'choice') && !schema.required?.includes(name);
  });

/** Choices with "not known" among them, for every pick that may stay open. */
export function choicesOf(schema: Schema, say: (words: Words) => string): Readonly<Record<string, Choices>> {
  const open = { value: notKnown, label: say(words.notKnown) };
  return Object.fromEntries(
    openPicks(schema).map(([name, field]) => {
      const picks =
        kindOf(name, field) === 'yes-no'
          ? [
              { value: 'true', label: say(uiWords.yes) },
              { value: 'false', label: say(uiWords.no) },
            ]
          : (field.enum ?? []).map((one) => ({ value: String(one), label: say(labelsOf(field, one)) }));
      return [name, { options: [...picks, open] }];
    }),
  );
}

const labelsOf = (field: Schema, value: unknown): Words => ({ zh: labelOf(field, value, 'zh'), en: labelOf(field, value, 'en') });

/** The data of a fact as the form types it; with nothing given, an empty form. */
export function typedOf(schema: Schema, data: Tree = {}): Tree {
  const blank = blankOf(schema) as Tree;
  const known = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));
  const picks = openPicks(schema).map(([name]) => [name, name in known ? String(known[name]) : notKnown] as const);
  return { ...blank, ...known, ...Object.fromEntries(picks) };
}

/** What is sent: picks as their values, and what is open left out. */
export function dataOf(schema: Schema, typed: Tree): Tree {
  const picks = openPicks(schema).map(([name, field]) => {
    const picked = typed[name];
    if (picked === notKnown || picked === undefined) return [name, undefined] as const;
    return [name, kindOf(name, field) === 'yes-no' ? picked === 'true' : picked] as const;
  });
  return sendable(schema, { ...typed, ...Object.fromEntries(picks) }) as Tree;
}
