import { accountOf, act, awaitClock, type City, dossierOf, openCase, readCase, recordOf } from './city.ts';
import type { ToldClaim } from './claims-told.ts';

/** The year of the facts that claims of the main year are about. */
export type Year = { readonly main: number };

const yearOfClaim = ({ of }: Pick<ToldClaim, 'of'>, { main }: Year): number => (of === 'main' ? main : main - 1);

/** An agency opens a claim on what is on record. */
export async function openClaim(city: City, claim: ToldClaim, year: Year): Promise<void> {
  const as = await accountOf(city, claim.agency, 'agency');
  await openCase(city, { process: 'claim', key: claim.key, as, input: { year: yearOfClaim(claim, year), clause: claim.clause } });
}

/** The agency declares and files. */
export async function fileClaim(city: City, claim: ToldClaim): Promise<void> {
  const input = {
    payees: claim.payees.map((name) => recordOf(city, `payee-${name}`)),
    otherSupport: 'none',
    otherSupportDetails: '',
    isTrue: true,
  };
  await act(city, dossierOf(city, claim.key), { as: await accountOf(city, claim.agency, 'agency'), event: 'file', input });
}

/** An officer has looked at every fact and found it as given. */
export async function checkClaim(city: City, claim: ToldClaim, by = 'officer2'): Promise<void> {
  const as = await accountOf(city, by);
  const dossier = dossierOf(city, claim.key);
  const { data } = await readCase(city, dossier, as);
  const entries = (data.entries as unknown as readonly { readonly id: string }[]).map(({ id }) => ({ id, verdict: 'met', remark: '' }));
  await act(city, dossier, { as, event: 'check', input: { entries, excluded: [], remark: '原件与上传件一致。' } });
}

type Deed = { readonly by: string; readonly event: string; readonly input?: unknown };

/** Any other event of a claim. */
export async function doToClaim(city: City, claim: ToldClaim, { by, event, input }: Deed): Promise<void> {
  await act(city, dossierOf(city, claim.key), { as: await accountOf(city, by), event, ...(input === undefined ? {} : { input }) });
}

type Lower = { readonly yuan: number; readonly reason: string };

/** Checked, and proposed as computed, or lower for a reason. */
export async function checkAndPropose(city: City, claim: ToldClaim, lower?: Lower): Promise<void> {
  await checkClaim(city, claim);
  const proposal = lower ? { event: 'propose', input: lower } : { event: 'propose_computed' };
  await doToClaim(city, claim, { by: 'officer2', ...proposal });
}

/** The clock moves a claim on: its notice is over, or its money has arrived. */
export async function awaitClaim(city: City, claim: ToldClaim): Promise<void> {
  await awaitClock(city, dossierOf(city, claim.key), await accountOf(city, 'officer2'));
}
