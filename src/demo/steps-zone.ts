import { accountOf, type City } from './city.ts';
import type { Account } from './http.ts';
import type { ToldIndicatorReport, ToldTaskReport } from './reports-told.ts';
import { zoneOf } from './steps-centre.ts';

/** What a building unit reports on its plan at one time. */
export type Progress = { readonly tasks: readonly ToldTaskReport[]; readonly indicators: readonly ToldIndicatorReport[] };

type Told = { readonly zone: string; readonly as: Account; readonly key: string };

async function tell(city: City, { zone, as, key }: Told, { path, body }: { readonly path: string; readonly body: object }): Promise<void> {
  await city.client.ask({ method: 'POST', path: `/zones/${zone}/${path}`, as, key: `demo-zone-${key}`, body });
}

/** A building unit reports how far tasks and indicators have come. */
export async function reportProgress(city: City, park: string, { tasks, indicators }: Progress): Promise<void> {
  const as = await accountOf(city, park);
  const zone = zoneOf(city, park);
  for (const { no, ...body } of tasks) {
    await tell(city, { zone, as, key: `${park}-${no}-${body.on}` }, { path: `tasks/${no}/reports`, body });
  }
  for (const { no, ...body } of indicators) {
    await tell(city, { zone, as, key: `${park}-${no}-${body.on}` }, { path: `indicators/${no}/reports`, body });
  }
}

/** One thing to be put on record of a zone; `key` tells it from the others of the zone. */
export type ToldRecord = { readonly key: string; readonly by: string; readonly body: object };

/** Somebody puts funds, measures, visits, support or staff on record. */
export async function addRecords(city: City, park: string, records: readonly ToldRecord[]): Promise<void> {
  const zone = zoneOf(city, park);
  for (const { key, by, body } of records) {
    await tell(city, { zone, as: await accountOf(city, by), key: `${park}-record-${key}` }, { path: 'records', body });
  }
}
