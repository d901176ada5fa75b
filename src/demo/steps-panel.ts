import type { BusinessDate } from '#core/kernel/dates.ts';
import { accountOf, act, type City, dossierOf, readCase, upload } from './city.ts';
import { inspectionOf, scoreSheet } from './opinions.ts';
import { parks } from './parks.ts';
import { pngOf } from './png.ts';
import { agenciesInside } from './providers.ts';
import { type Application, keyOf } from './steps-applicant.ts';

const panelSize = 5;

const numberOf = (username: string): number => Number(username.replace('expert', ''));

/**
 * Accounts of the panel's active members by number. With `isReplaced` the first of the five drawn has stepped back and a
 * sixth has come: told from the order of the draw alone, so that a resumed load sees the same panel at every step.
 */
async function panelOf(city: City, application: Application, isReplaced = false): Promise<readonly string[]> {
  const { data } = await readCase(city, dossierOf(city, keyOf(application)), await accountOf(city, 'officer1'));
  const panel = data.panel as unknown as { readonly members: readonly { readonly person: string }[] };
  const accounts = new Map([...city.persons].map(([username, id]) => [id, username]));
  const members = panel.members.map(({ person }) => {
    const username = accounts.get(person);
    if (!username) throw new Error(`a stranger sits on the panel of ${keyOf(application)}`);
    return username;
  });
  const ordered = (count: number) => members.slice(0, count).sort((a, b) => numberOf(a) - numberOf(b));
  const drawn = ordered(panelSize);
  return isReplaced ? ordered(panelSize + 1).filter((one) => one !== drawn[0]) : drawn;
}

export async function drawPanel(city: City, application: Application): Promise<void> {
  await act(city, dossierOf(city, keyOf(application)), {
    as: await accountOf(city, 'officer1'),
    event: 'draw_panel',
    input: { size: panelSize },
  });
}

async function byExpert(
  city: City,
  application: Application,
  expert: { readonly username: string; readonly event: string; readonly input: unknown },
) {
  const account = await accountOf(city, expert.username, 'expert');
  await act(city, dossierOf(city, keyOf(application)), { as: account, event: expert.event, input: expert.input });
}

/** The first `count` members declare that they have no interest; all, unless said otherwise. */
export async function declare(city: City, application: Application, { count = panelSize, isReplaced = false } = {}): Promise<void> {
  for (const username of (await panelOf(city, application, isReplaced)).slice(0, count)) {
    await byExpert(city, application, { username, event: 'declare_clear', input: { hasNoConflict: true } });
  }
}

/** The first member steps back and the officer draws another. */
export async function recuseAndReplace(city: City, application: Application): Promise<void> {
  const [username = ''] = await panelOf(city, application);
  await byExpert(city, application, { username, event: 'recuse', input: { reason: '本人配偶近期受聘于申报书所列企业，申请回避。' } });
  await act(city, dossierOf(city, keyOf(application)), { as: await accountOf(city, 'officer1'), event: 'replace_recused' });
}

/** The first `count` members seal their sheets. */
export async function seal(city: City, application: Application, { count = panelSize, isReplaced = false } = {}): Promise<void> {
  for (const username of (await panelOf(city, application, isReplaced)).slice(0, count)) {
    await byExpert(city, application, { username, event: 'seal_sheet', input: scoreSheet(application.park, username) });
  }
}

/** The member at `place` has begun to score and saved a draft; a draft or a sheet that is there already stays. */
export async function saveScores(city: City, application: Application, place: number): Promise<void> {
  const username = (await panelOf(city, application))[place] ?? '';
  const as = await accountOf(city, username, 'expert');
  const path = `/scores/${dossierOf(city, keyOf(application)).id}/draft`;
  const { body: draft } = await city.client.ask<{ readonly status: string; readonly savedAt: string | null }>({ path, as });
  if (draft.status !== 'cleared' || draft.savedAt !== null) return;
  const scores = Object.entries(scoreSheet(application.park, username).scores).slice(0, 9);
  await city.client.ask({ method: 'PUT', path, as, body: { sheet: { scores: Object.fromEntries(scores) } } });
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

export async function openScores(city: City, application: Application): Promise<void> {
  await act(city, dossierOf(city, keyOf(application)), { as: await accountOf(city, 'officer1'), event: 'open_scores' });
}
