import { Readable } from 'node:stream';
import type { Endpoint } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { refused } from '#core/kernel/refusal.ts';
import { both, type Language } from '#core/kernel/words.ts';
import { audit } from '#server/cases/log.ts';
import { processNamed } from '#server/cases/present.ts';
import { levelNames, levelTitle, liveCase, passedOver, type Priority, priorityList } from '#server/cases/priorities.ts';
import { settingsOn } from '#server/cases/readings.ts';
import { districtName, gradeTitle } from '#server/cases/words.ts';
import { inTx, reading } from '#server/db/transaction.ts';
import { gatherRecord } from '#server/dossier/gather.ts';
import { makePackage } from '#server/dossier/package.ts';
import { documentOf, type DossierRecord } from '#server/dossier/sections.ts';
import { zipOf } from '#server/dossier/zip.ts';
import { findCase, lockCase } from '#server/stores/cases.ts';
import { type DossierRow, gradedYears, insertDossier, listDossiers, type RecommendedRow } from '#server/stores/recommendations.ts';
import { type Call, type Handler, scopeFor, stop } from './call.ts';
import { runCommand } from './command.ts';

type Named = NamedEndpoints;
type Told = { readonly dossier: { readonly n: number } | null; readonly sent: unknown };

const name = 'recommendation';
const points = (hundredths: number): number => hundredths / 100;

const caseView = (kase: RecommendedRow, language: Language) => {
  const state = processNamed(name).states[kase.state];
  return {
    case: kase.id,
    number: kase.number,
    level: kase.level,
    levelTitle: levelTitle(kase.level, language),
    state: kase.state,
    stateTitle: state?.title[language] ?? kase.state,
    isFinal: state?.isFinal === true,
    title: kase.title,
  };
};

const rowView = (row: Priority, given: { readonly list: readonly Priority[]; readonly year: number; readonly language: Language }) => ({
  zone: row.zone,
  number: row.number,
  name: row.name,
  districtName: districtName(row.district, given.language) ?? row.district,
  operatorName: row.operator_name,
  rank: row.rank,
  grade: row.grade,
  gradeTitle: gradeTitle(row.grade, given.language),
  scores: { one: points(row.part_one), two: points(row.part_two), three: points(row.part_three), total: points(row.total) },
  decidedOn: row.decided_on,
  recommendations: row.cases.map((kase) => caseView(kase, given.language)),
  levels: levelNames.map((level) => ({
    level,
    isOpen: liveCase(row.cases, level, null) !== undefined,
    held: row.cases.find((kase) => kase.level === level && kase.state === 'accepted')?.title ?? null,
    passedOver: [...passedOver(given.list, row, level, given.year)],
  })),
});

export const listPrioritiesHandler: Handler<Named['listPriorities']> = async (call) => {
  const { language, house, query } = call;
  const found = await reading(house.pool, scopeFor(call as Call), async (tx) => {
    const years = await gradedYears(tx);
    const year = query.year ?? years[0] ?? null;
    const grades = (await settingsOn(tx, house.clock.today())).values.recommendGrades;
    return { years, year, grades, ...(year === null ? { list: [], undecided: 0 } : await priorityList(tx, year, grades)) };
  });
  const { year, list } = found;
  return {
    year,
    years: [...found.years],
    gradeTitles: found.grades.map((grade) => gradeTitle(grade, language)),
    undecided: found.undecided,
    levels: levelNames.map((level) => ({ name: level, title: levelTitle(level, language) })),
    rows: year === null ? [] : list.map((row) => rowView(row, { list, year, language })),
  };
};

const dossierView = (row: DossierRow, { dossier, sent }: Told) => ({
  n: row.n,
  hash: row.hash,
  size: row.size,
  files: row.entries.length,
  madeAt: row.made_at,
  madeByName: row.made_by_name,
  isSent: sent !== null && dossier?.n === row.n,
});

export const readDossierHandler: Handler<Named['readDossier']> = async (given) => {
  const call = given as Call;
  const found = await reading(call.house.pool, scopeFor(call), async (tx) => {
    const kase = await findCase(tx, name, given.params.id);
    if (!kase) return undefined;
    return { kase, record: await gatherRecord(tx, kase, call.house.clock.today()), dossiers: await listDossiers(tx, kase.id) };
  });
  if (!found) return stop(call, 'not_found');
  const { name: zoneName, title, subtitle, sections } = documentOf(found.record);
  return {
    title: `${zoneName}${title}`,
    subtitle,
    sections: sections.map(({ table, ...section }) => ({
      ...section,
      table: { head: [...table.head], widths: [...table.widths], rows: table.rows.map((row) => [...row]) },
    })),
    dossiers: found.dossiers.map((row) => dossierView(row, found.kase.data as Told)),
  };
};

const notGathering = refused({
  kind: 'wrong_state',
  code: 'wrong_state',
  clause: '4.2',
  says: both('只有在“待整理材料并拟荐”时可以生成推荐材料', 'A dossier is made while the recommendation waits to be proposed'),
});

/** What the record holds now; nothing where the recommendation is not there or does not wait for its dossier. */
const recordFor = (call: Call, id: string): Promise<DossierRecord | null> =>
  reading(call.house.pool, scopeFor(call), async (tx) => {
    const kase = await findCase(tx, name, id);
    return kase?.state === 'gathering' ? gatherRecord(tx, kase, call.house.clock.today()) : null;
  });

/** Documents first, outside of any transaction, then the row: a row never names files that are not safe. */
export const makeDossierHandler: Handler<Named['makeDossier']> = async (given) => {
  const call = given as unknown as Call<Endpoint>;
  const { actor, house } = call;
  const record = await recordFor(call, given.params.id);
  const made = record && (await makePackage(record, house.files));
  return runCommand(call, async (tx, at) => {
    const kase = await lockCase(tx, name, given.params.id);
    if (!kase) return stop(call, 'not_found');
    if (kase.state !== 'gathering' || !made) return notGathering;
    const row = await insertDossier(tx, { ...made, kase: kase.id, person: actor.person ?? '', made_by_name: actor.name, made_at: at });
    audit(tx, 'recommendation.dossier', kase.id, { case: kase.id, n: row.n, sha256: row.hash, size: row.size });
    return { status: 201, answer: dossierView(row, kase.data as Told) };
  });
};

export const downloadDossierHandler: Handler<Named['downloadDossier']> = async (given) => {
  const call = given as Call;
  const { house } = call;
  const { id, n } = given.params;
  const found = await reading(house.pool, scopeFor(call), async (tx) => {
    const kase = await findCase(tx, name, id);
    const row = kase && (await listDossiers(tx, id)).find((one) => one.n === n);
    return row && { row, number: kase.number };
  });
  if (!found) return stop(call, 'not_found');
  await inTx(house.pool, scopeFor(call), async (tx) => audit(tx, 'recommendation.download', id, { case: id, n, sha256: found.row.hash }));
  return call.reply
    .type('application/zip')
    .header('content-length', found.row.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`推荐材料-${found.number}-${n}.zip`)}`)
    .header('cache-control', 'private, no-store')
    .send(Readable.from(zipOf(found.row.entries, house.files)));
};
