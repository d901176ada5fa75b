import type { BusinessDate } from '#core/kernel/dates.ts';
import { accountOf, act, type City, dossierOf, readCase, upload } from './city.ts';
import { inspectionOf, scoreSheet } from './opinions.ts';
import { parks } from './parks.ts';
import { pngOf } from './png.ts';
import { agenciesInside } from './providers.ts';
import { type Application, keyOf } from './steps-applicant.ts';

/** A case that a panel judges: the key it is known by, how many sit on it, and the sheet each of them would hand in. */
export type Judged = {
  readonly key: string;
  readonly size: number;
  readonly sheet: (expert: string) => { readonly scores: Readonly<Record<string, number>> };
};

/** An application before its panel of five. */
export const judged = (application: Application): Judged => ({
  key: keyOf(application),
  size: 5,
  sheet: (expert) => scoreSheet(application.park, expert),
});

const numberOf = (username: string): number => Number(username.replace('expert', ''));

/**
 * Accounts of the panel's active members by number. With `isReplaced` the first of those drawn has stepped back and another
 * has come: told from the order of the draw alone, so that a resumed load sees the same panel at every step.
 */
async function panelOf(city: City, { key, size }: Judged, isReplaced = false): Promise<readonly string[]> {
  const { data } = await readCase(city, dossierOf(city, key), await accountOf(city, 'officer1'));
  const panel = data.panel as unknown as { readonly members: readonly { readonly person: string }[] };
  const accounts = new Map([...city.persons].map(([username, id]) => [id, username]));
  const members = panel.members.map(({ person }) => {
    const username = accounts.get(person);
    if (!username) throw new Error(`a stranger sits on the panel of ${key}`);
    return username;
  });
  const ordered = (count: number) => members.slice(0, count).sort((a, b) => numberOf(a) - numberOf(b));
  const drawn = ordered(size);
  return isReplaced ? ordered(size + 1).filter((one) => one !== drawn[0]) : drawn;
}

export async function drawPanel(city: City, { key, size }: Judged): Promise<void> {
  await act(city, dossierOf(city, key), { as: await accountOf(city, 'officer1'), event: 'draw_panel', input: { size } });
}

async function byExpert(
  city: City,
  { key }: Judged,
  expert: { readonly username: string; readonly event: string; readonly input: unknown },
) {
  const account = await accountOf(city, expert.username, 'expert');
  await act(city, dossierOf(city, key), { as: account, event: expert.event, input: expert.input });
}

/** The first `count` members declare that they have no interest; all, unless said otherwise. */
export async function declare(city: City, kase: Judged, { count = kase.size, isReplaced = false } = {}): Promise<void> {
  for (const username of (await panelOf(city, kase, isReplaced)).slice(0, count)) {
    await byExpert(city, kase, { username, event: 'declare_clear', input: { hasNoConflict: true } });
  }
}

/** The first member steps back and the officer draws another. */
export async function recuseAndReplace(city: City, kase: Judged): Promise<void> {
  const [username = ''] = await panelOf(city, kase);
  await byExpert(city, kase, { username, event: 'recuse', input: { reason: '本人配偶近期受聘于申报书所列企业，申请回避。' } });
  await act(city, dossierOf(city, kase.key), { as: await accountOf(city, 'officer1'), event: 'replace_recused' });
}

/** The first `count` members seal their sheets. */
export async function seal(city: City, kase: Judged, { count = kase.size, isReplaced = false } = {}): Promise<void> {
  for (const username of (await panelOf(city, kase, isReplaced)).slice(0, count)) {
    await byExpert(city, kase, { username, event: 'seal_sheet', input: kase.sheet(username) });
  }
}

/** The member at `place` has begun to score and saved a draft; a draft or a sheet that is there already stays. */
export async function saveScores(city: City, kase: Judged, place: number): Promise<void> {
  const username = (await panelOf(city, kase))[place] ?? '';
  const as = await accountOf(city, username, 'expert');
  const path = `/scores/${dossierOf(city, kase.key).id}/draft`;
  const { body: draft } = await city.client.ask<{ readonly status: string; readonly savedAt: string | null }>({ path, as });
  if (draft.status !== 'cleared' || draft.savedAt !== null) return;
  const scores = Object.entries(kase.sheet(username).scores);
  await city.client.ask({ method: 'PUT', path, as, body: { sheet: { scores: Object.fromEntries(scores.slice(0, scores.length / 2)) } } });
}

/** The officers' visit goes on record, with a photo of the first agencies. */
export async function inspect(city: City, application: Application, day: BusinessDate): Promise<void> {
  const account = await accountOf(city, 'officer1');
  const count = Math.max(1, Math.min(2, agenciesInside(application.park.key).length));
  const photos = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      upload(city, account, { name: `现场照片${i + 1}.png`, type: 'image/png', bytes: pngOf(parks.indexOf(application.park) * 7 + i) }),
    ),
  );
  const input = inspectionOf(application.park, day, photos);
  await act(city, dossierOf(city, keyOf(application)), { as: account, event: 'record_inspection', input });
}

export async function openScores(city: City, { key }: Judged): Promise<void> {
  await act(city, dossierOf(city, key), { as: await accountOf(city, 'officer1'), event: 'open_scores' });
}
