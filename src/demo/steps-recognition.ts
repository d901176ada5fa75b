import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView } from '#contract/cases.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import { changesOf, type FilledForm } from './application-form.ts';
import { accountOf, act, awaitClock, type City, dossierOf, upload } from './city.ts';
import { parkOf } from './parks.ts';
import { pdfOf } from './pdf.ts';
import { zoneOf } from './steps-centre.ts';

/** The recognition of one zone and year. */
export type YearCase = { readonly park: string; readonly year: number };

/** Key under which the recognition of a zone and year is known. */
export const yearKey = ({ park, year }: YearCase): string => `recognition-${park}-${year}`;

type Window = { readonly year: number; readonly firstDay: BusinessDate; readonly lastDay: BusinessDate };

const patience = { tries: 80, pauseMs: 150 };

/** An officer opens the round of a year; the server's clock opens a case for each of these zones. */
export async function openRound(city: City, window: Window, parks: readonly string[]): Promise<void> {
  const as = await accountOf(city, 'officer1');
  const { year } = window;
  await city.client.ask({ method: 'POST', path: '/recognition-rounds', as, key: `demo-round-${year}`, body: window });
  for (let n = 0; n < patience.tries; n += 1) {
    const { body } = await city.client.ask<{
      readonly rows: readonly { readonly zone: string; readonly case: string | null; readonly caseNumber: string | null }[];
    }>({ path: `/recognition-rounds/${year}`, as });
    const found = parks.flatMap((park) => {
      const row = body.rows.find(({ zone }) => zone === zoneOf(city, park));
      return row?.case && row.caseNumber ? [{ park, id: row.case, number: row.caseNumber }] : [];
    });
    if (found.length === parks.length) {
      for (const { park, id, number } of found) {
        const key = yearKey({ park, year });
        city.dossiers.set(key, { process: 'recognition', key, id, number, version: 1, acts: 0 });
      }
      return;
    }
    await pause(patience.pauseMs);
  }
  throw new Error(`the round of ${year} did not open its cases`);
}

/** The sealed page of a year's report. */
export async function sealedPage(city: City, kase: YearCase): Promise<string> {
  const bytes = pdfOf(['Yearly report, sealed page', `Invented for demonstration: ${yearKey(kase)}`]);
  return upload(city, await accountOf(city, kase.park), { name: '年度自评盖章页.pdf', type: 'application/pdf', bytes });
}

/** What the system had on record already when the case was opened: nobody types it again. */
async function onRecord(city: City, kase: YearCase): Promise<ReadonlySet<string>> {
  const { process, id } = dossierOf(city, yearKey(kase));
  const as = await accountOf(city, kase.park);
  const { body } = await city.client.ask<CaseView>({ path: `/cases/${process}/${id}`, as });
  return new Set(Object.keys((body.data.recorded as object | undefined) ?? {}).map((name) => `annex.${name}`));
}

/** The building unit writes its report, whole or the sections named. */
export async function writeYear(city: City, kase: YearCase, form: FilledForm, sections?: readonly string[]): Promise<void> {
  const recorded = await onRecord(city, kase);
  const changes = changesOf(form, sections).filter(({ path }) => !recorded.has(path));
  await act(city, dossierOf(city, yearKey(kase)), { as: await accountOf(city, kase.park), event: 'fill_in', input: { changes } });
}

type YearDeed = { readonly by: string; readonly event: string; readonly input?: unknown };

/** Any other event of a recognition. */
export async function doToYear(city: City, kase: YearCase, { by, ...deed }: YearDeed): Promise<void> {
  await act(city, dossierOf(city, yearKey(kase)), { as: await accountOf(city, by), ...deed });
}

/** The notice of a grade is over: the server's own clock moves the case on. */
export async function awaitYear(city: City, kase: YearCase): Promise<void> {
  await awaitClock(city, dossierOf(city, yearKey(kase)), await accountOf(city, 'approver1'));
}

/** The county's two people. */
export const countyOf = ({ park }: Pick<YearCase, 'park'>) => {
  const { place } = parkOf(park);
  return { reviewer: `${place}.review`, signer: `${place}.sign` };
};
