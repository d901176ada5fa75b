import { type BusinessDate, businessDate, yearOf } from '#core/kernel/dates.ts';
import { accountOf, act, awaitClock, type City, dossierOf, openCase, readCase, recordOf } from './city.ts';
import { zoneNameOf } from './application-form.ts';
import { type Application, keyOf } from './steps-applicant.ts';

/** An invented extension, so that the plan is in force on the days of the demonstration and claims can still be filed. */
export async function extendPlan(city: City, lastDay: BusinessDate): Promise<void> {
  const lastClaim = businessDate(`${yearOf(lastDay) + 1}-06-30`);
  await rule(city, 'extension', {
    key: 'policyTo',
    value: lastDay,
    documentNumber: '虚构〔2021〕7号',
    text: `本决定为演示而虚构，并无此文。为使演示城市中的申报、认定与支持在今天仍可办理，将施行期末日设为${lastDay}。载入日${city.today}。`,
  });
  await rule(city, 'run-off', {
    key: 'runOffUntil',
    value: lastClaim,
    documentNumber: '虚构〔2021〕8号',
    text: `本决定为演示而虚构，并无此文。施行期末日延后，申领支持的截止日随之设为${lastClaim}。载入日${city.today}。`,
  });
}

type RulingInput = { readonly key: string; readonly value: string; readonly documentNumber: string; readonly text: string };

async function rule(city: City, key: string, input: RulingInput): Promise<void> {
  const dates = { decidedOn: '2021-08-20', effectiveFrom: '2021-08-25' };
  const ruling = await openCase(city, { process: 'ruling', key, as: await accountOf(city, 'officer1'), input: { ...input, ...dates } });
  await act(city, ruling, { as: await accountOf(city, 'approver1'), event: 'put_in_force' });
}

/** A call as an officer drafts it. */
export type CallInput = {
  readonly title: string;
  readonly year: number;
  readonly places: number;
  readonly firstDay: BusinessDate;
  readonly lastDay: BusinessDate;
};

/** The day on which the city was first loaded, as the text of its extension tells. */
export const loadedOn = (text: string): BusinessDate | undefined => /载入日(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] as BusinessDate | undefined;

/** One officer drafts the call, an approver announces it. */
export async function announce(city: City, key: string, input: CallInput): Promise<void> {
  const call = await openCase(city, { process: 'call', key, as: await accountOf(city, 'officer2'), input });
  await act(city, call, { as: await accountOf(city, 'approver2'), event: 'announce' });
}

export async function closeCall(city: City, key: string): Promise<void> {
  await act(city, dossierOf(city, key), { as: await accountOf(city, 'officer2'), event: 'close' });
}

const reasonFor = (isSelected: boolean): string =>
  isSelected
    ? '得分与排名在名额以内，现场考察未见重大不符，建设方案任务明确、资金落实，建议入选。'
    : '本批次名额有限，得分列名额之外；人才与国际合作两章任务不够具体，建议完善后下一批次再报。';

/** An officer proposes the outcome. */
export async function propose(city: City, application: Application, isSelected: boolean): Promise<void> {
  const input = { isSelected, reason: reasonFor(isSelected) };
  await act(city, dossierOf(city, keyOf(application)), { as: await accountOf(city, 'officer2'), event: 'propose_selection', input });
}

/** An approver confirms it. */
export async function confirm(city: City, application: Application, isSelected: boolean): Promise<void> {
  const event = isSelected ? 'confirm_selection' : 'confirm_rejection';
  await act(city, dossierOf(city, keyOf(application)), { as: await accountOf(city, 'approver1'), event });
}

/** The notice is over: the server's own clock moves the case on. */
export async function awaitEndOfNotice(city: City, application: Application): Promise<void> {
  await awaitClock(city, dossierOf(city, keyOf(application)), await accountOf(city, 'approver1'));
}

/** The zone that came of an application goes on record under its park. */
export async function designate(city: City, application: Application): Promise<void> {
  const dossier = dossierOf(city, keyOf(application));
  await act(city, dossier, { as: await accountOf(city, 'approver1'), event: 'designate' });
  const { zone } = await readCase(city, dossier, await accountOf(city, 'officer1'));
  if (!zone) throw new Error(`${dossier.number} has no zone`);
  city.records.set(`zone-${application.park.key}`, zone.id);
}

/** Id of the zone of a park. @throws Error when it was not designated yet: a fault of the agenda. */
export const zoneOf = (city: City, park: string): string => recordOf(city, `zone-${park}`);

/** What somebody of the public says against a notice whose title holds some words; the newest such notice is meant. */
type Objection = { readonly key: string; readonly title: string; readonly contact: string; readonly facts: string };

/** Somebody of the public objects to a notice found on the portal. */
export async function objectTo(city: City, { key, title, contact, facts }: Objection): Promise<void> {
  const answer = await fetch(new URL('/notices', city.client.baseUrl));
  const page = await answer.text();
  const links = [...page.matchAll(/href="\/notices\/([0-9a-f-]{36})[^"]*"[^>]*>([^<]*)</g)];
  const notice = links.find(([, , text]) => text?.includes(title))?.[1];
  if (!notice) throw new Error(`no public notice about ${title}`);
  await openCase(city, { process: 'objection', key, input: { notice, name: '漪见山（虚构）', contact, facts } });
}

/** Somebody objects to the notice about an application. */
export const object = (city: City, application: Application): Promise<void> =>
  objectTo(city, {
    key: `objection-${keyOf(application)}`,
    title: zoneNameOf(application.park),
    contact: '0533-2100086',
    facts: '公示所列东侧界线外的一栋写字楼也挂有示范区标识，申报书所列服务点之一的门牌似在该楼内，请核查其是否在四至范围以内。',
  });

/** An officer has a year determined for all agencies; the server does it meanwhile. */
export async function startRun(city: City, year: number): Promise<void> {
  const as = await accountOf(city, 'officer1');
  await city.client.ask({ method: 'POST', path: '/determination-runs', as, key: `demo-run-${year}`, body: { year } });
}
