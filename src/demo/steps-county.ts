import type { BusinessDate } from '#core/kernel/dates.ts';
import { accountOf, act, type City, dossierOf } from './city.ts';
import { countyOpinion, type Verdict } from './opinions.ts';
import { parks } from './parks.ts';
import { type Application, keyOf } from './steps-applicant.ts';

/** The reviewer writes the opinion. */
export async function review(
  city: City,
  application: Application,
  { verdict, seenOn }: { readonly verdict: Verdict; readonly seenOn: BusinessDate },
): Promise<void> {
  const account = await accountOf(city, `${application.park.place}.review`);
  const input = countyOpinion(application.park, verdict, seenOn);
  await act(city, dossierOf(city, keyOf(application)), { as: account, event: 'county_check', input });
}

const eventOf = { recommend: 'endorse', return: 'county_return', reject: 'county_reject' } as const satisfies Record<Verdict, string>;

/** The approver, another person, signs it. */
export async function sign(city: City, application: Application, verdict: Verdict): Promise<void> {
  const account = await accountOf(city, `${application.park.place}.sign`);
  const letterNumber = `虚构推〔${application.day.slice(0, 4)}〕${parks.indexOf(application.park) + 1}号`;
  const input = verdict === 'recommend' ? { letterNumber } : {};
  await act(city, dossierOf(city, keyOf(application)), { as: account, event: eventOf[verdict], input });
}
