import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import type { City } from './city.ts';
import { parkOf } from './parks.ts';
import { nameOf } from './people.ts';
import { fundingOf, staffInside } from './plan-told.ts';
import type { ToldRecord } from './steps-zone.ts';
import { publishedTexts, supportTitles, visitTexts } from './texts-year.ts';
import { type Pace, type ReportDay, type ToldZone, zoneStory } from './zones-told.ts';

const thousand = 1000;

/** Of the money planned for a year, what arrives and what is spent at each report, in per cent. */
const shares: Readonly<Record<Pace, { readonly arrived: number; readonly spent: number }>> = {
  diligent: { arrived: 32, spent: 29 },
  steady: { arrived: 28, spent: 21 },
  idle: { arrived: 12, spent: 4 },
};

/** Money that came in and went out with a report, from both sources. */
export function fundsRecords(today: BusinessDate, zone: ToldZone, { asOf }: ReportDay): readonly ToldRecord[] {
  const year = yearOf(asOf);
  const { arrived, spent } = shares[zone.pace];
  const of = (yuan: number, percent: number) => Math.floor((yuan * percent) / 100 / thousand) * thousand;
  return fundingOf(today, zone)
    .filter((row) => row.year === year)
    .flatMap(({ source, yuan }) =>
      (
        [
          ['funds_arrived', arrived],
          ['funds_spent', spent],
        ] as const
      ).map(([kind, percent]) => ({
        key: `${kind}-${source}-${asOf}`,
        by: zone.park,
        body: { kind, source, year, yuan: of(yuan, percent), on: asOf, documentNumber: `虚构凭证${asOf.replaceAll('-', '')}` },
      })),
    );
}

/** How many people the agencies inside have, as the building unit tells it. */
export const staffRecords = (city: City, { park }: ToldZone, on: BusinessDate): readonly ToldRecord[] =>
  staffInside(park).map(({ agency, staff, attorneys }) => ({
    key: `staff-${agency}-${on}`,
    by: park,
    body: { kind: 'staff', agency: city.organisations.get(agency), on, staff, attorneys },
  }));

/** A measure and a preferential term, published by the building unit. */
export function publishedRecords(today: BusinessDate, zone: ToldZone, on: BusinessDate): readonly ToldRecord[] {
  const { measure, preference } = publishedTexts(zoneStory(today, zone, 'published'));
  return [
    { key: 'measure', by: zone.park, body: { kind: 'measure', on, documentNumber: '', ...measure } },
    { key: 'preference', by: zone.park, body: { kind: 'preference', on, documentNumber: '', ...preference } },
  ];
}

/** A visit of the centre's officers. */
export function visitRecord(
  today: BusinessDate,
  zone: ToldZone,
  { on, by }: { readonly on: BusinessDate; readonly by: string },
): ToldRecord {
  const texts = visitTexts(zoneStory(today, zone, `visit/${by}`));
  return { key: `visit-${on}`, by, body: { kind: 'visit', on, team: [nameOf('officer1'), nameOf('officer2')], ...texts } };
}

/** What the district did for its zone: one thing put on record by each of the county's two people. */
export function supportRecords(today: BusinessDate, zone: ToldZone, on: BusinessDate): readonly ToldRecord[] {
  const { place } = parkOf(zone.park);
  const story = zoneStory(today, zone, 'support');
  return supportTitles(story).map(({ category, title }, n) => ({
    key: `support-${n}-${on}`,
    by: `${place}.${n === 0 ? 'review' : 'sign'}`,
    body: {
      kind: 'district_support',
      category,
      title,
      year: yearOf(on),
      on,
      yuan: category === 'money' ? story.random.between(60, 180) * 10_000 : null,
    },
  }));
}
