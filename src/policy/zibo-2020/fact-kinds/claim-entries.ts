import type { AnswerItem } from '../answer.ts';
import { type KindRow, type Matter, mattersBehind, mattersOf } from './case-facts.ts';
import { type FactKind, isOpen, keyOf } from './fact-kind.ts';
import { factKindNamed } from './index.ts';

/** One fact of a claim (or one day's list of grants) with its papers, as a person checks it. */
export type Entry = {
  /** Name of the fact in the case file. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly validOn: string;
  readonly matters: readonly Matter[];
  readonly files: readonly { readonly title: string; readonly attachment: string }[];
  /** Papers and particulars that are required and not there. */
  readonly missing: readonly string[];
  readonly confirmation: 'confirmed' | 'denied' | 'waiting' | 'not_needed';
};

const words: Readonly<Record<KindRow['standing'], Entry['confirmation']>> = { stands: 'confirmed', awaited: 'waiting', disputed: 'denied' };

function filesOf(kind: FactKind, { data }: KindRow): Pick<Entry, 'files' | 'missing'> {
  const held = kind.evidence.map((one) => ({ ...one, attachment: data[one.field] }));
  return {
    files: held.flatMap(({ title, attachment }) => (typeof attachment === 'string' ? [{ title: title.zh, attachment }] : [])),
    missing: [
      ...held.flatMap(({ title, attachment, isRequired }) => (isRequired && typeof attachment !== 'string' ? [title.zh] : [])),
      ...kind.particulars.flatMap(({ field, title }) => (isOpen(data[field]) ? [title.zh] : [])),
    ],
  };
}

const shown = (kind: FactKind, rows: readonly KindRow[]): string => {
  const [first] = rows;
  return rows.length === 1 ? `${kind.title.zh}${first?.matter ?? ''}` : `${kind.title.zh}${rows.length}件`;
};

const distinct = <T extends { readonly attachment: string }>(files: readonly T[]): readonly T[] => [
  ...new Map(files.map((file) => [file.attachment, file])).values(),
];

function entryOf(id: string, rows: readonly KindRow[]): Entry {
  const [first] = rows;
  if (!first) throw new Error('an entry of a claim has no fact');
  const kind = factKindNamed(first.kind);
  const papers = rows.map((row) => filesOf(kind, row));
  const standings = new Set(rows.map(({ standing }) => standing));
  const worst = (['disputed', 'awaited', 'stands'] as const).find((one) => standings.has(one)) ?? 'stands';
  return {
    id,
    kind: first.kind,
    title: shown(kind, rows),
    validOn: first.validOn,
    matters: rows.flatMap(mattersBehind),
    files: distinct(papers.flatMap(({ files }) => files)),
    missing: [...new Set(papers.flatMap(({ missing }) => missing))],
    confirmation: kind.confirmedBy === null ? 'not_needed' : words[worst],
  };
}

/**
 * The facts an item rests on, as a person checks them. An item that gives nothing shows every fact of its clause: the
 * reason must be seen too.
 */
export function entriesOf(item: AnswerItem, rows: readonly KindRow[]): readonly Entry[] {
  const { lines: _lines, ...whole } = item;
  const matters = mattersOf(item.eligible === true ? item : whole, rows);
  const keyOfMatter = ({ kind, matter }: Matter): string => `${kind}/${matter}`;
  const wanted = new Set(matters.map(keyOfMatter));
  const groups = new Map<string, KindRow[]>();
  const scene = { agency: item.agency, creditCode: null, served: new Map<string, string>() };
  for (const row of rows.filter((one) => mattersBehind(one).some((matter) => wanted.has(keyOfMatter(matter))))) {
    const id = factKindNamed(row.kind).toCaseFile(scene, [row])[0]?.id ?? keyOf(row.matter);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [...groups].map(([id, group]) => entryOf(id, group));
}
