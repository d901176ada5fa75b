import { planChanges, planContent } from '../../tests/support/plan.ts';
import { openedPlan } from '../../tests/support/plan-story.ts';
import { type City, inCity, morning, type SmallWorld } from '../../tests/reliability/city.ts';
import type { World } from '../../tests/support/world.ts';
import { type Child, startChild } from '../child.ts';
import { type Duel, fight, volley } from '../duel.ts';
import type { Shot } from '../http/load.ts';
import type { Sent } from '../http/replay.ts';
import type { BareOrders } from '../money/bare.ts';
import { plain } from '../report.ts';
import { placeRegister, year } from './seed.ts';

const target = 0.75;
const readMs = 700;

type Page = { readonly title: string; readonly cookie: string; readonly ids: readonly string[]; readonly path: (id: string) => string };

const shotOf = ({ cookie, path }: Page, id: string): Shot => ({
  method: 'GET',
  path: path(id),
  headers: { cookie, accept: 'application/json', 'accept-language': 'zh-CN', 'x-slots': JSON.stringify({ id }) },
});

async function ask(port: number, { path, headers }: Shot): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text;
}

/** Our server answers once while it writes down its statements; the bare one sends the same for every request. */
async function measure(
  city: City,
  ours: Child,
  { page, port, isQuick }: { readonly page: Page; readonly port: number; readonly isQuick: boolean },
) {
  const [first = '', second = first] = page.ids;
  for (const id of [first, second]) await ask(port, shotOf(page, id)); // the first on a connection also prepares its statements
  await ours.ask('record');
  const body = await ask(port, shotOf(page, first));
  const sent = await ours.ask<Sent[]>('recorded');
  console.log(`${page.title}：${sent.length} 次往返，回答 ${plain(Buffer.byteLength(body) / 1024, 1)} KB`);
  const bare = startChild(new URL('../money/bare.ts', import.meta.url));
  const barePort = await bare.ask<number>('listen', { url: city.url, sent, body, slots: { id: first } } satisfies BareOrders);
  const load = startChild(new URL('../http/load.ts', import.meta.url));
  const shots = page.ids.map((id) => shotOf(page, id));
  const duel: Duel = {
    load,
    servers: { ours, bare },
    ports: { ours: port, bare: barePort },
    shots: () => shots,
    ms: isQuick ? 200 : readMs,
  };
  try {
    for (const side of ['ours', 'bare'] as const) for (let n = 0; n < (isQuick ? 2 : 6); n += 1) await volley(duel, side, 16);
    await fight(duel, { title: page.title, widths: [1, 16], rounds: isQuick ? 3 : 11, target });
  } finally {
    await Promise.all([bare.end(), load.end()]);
  }
}

/** A plan that is being written: its case is read by its building unit. */
async function draftedPlan(small: SmallWorld): Promise<string> {
  const world = small as World;
  const { rows } = await world.owner.query<{ id: string }>('select id from zone');
  const kase = await openedPlan(world, rows[0]?.id ?? '');
  await kase.do('east', 'fill_in', { changes: planChanges(planContent()) });
  return kase.id;
}

/** A zone's scorecard and the case of its plan, against a bare server that sends the same statements. */
export const measurePages = ({ isQuick }: { readonly isQuick: boolean }): Promise<void> =>
  inCity(draftedPlan, async (city, served) => {
    const { zones } = await placeRegister(city.owner, { zones: isQuick ? 100 : 1_000, tasks: 40, indicators: 9, years: 3, grants: 2_000 });
    const port = await served.ask<number>('open', { url: city.url, files: city.files, at: morning });
    const pages: readonly Page[] = [
      {
        title: '示范区进展与预测',
        cookie: city.members.officer.cookie,
        ids: zones.slice(0, 500),
        path: (id) => `/api/zones/${id}/scorecard?year=${year}`,
      },
      { title: '建设方案案卷', cookie: city.members.east.cookie, ids: [city.told], path: (id) => `/api/cases/plan/${id}` },
    ];
    for (const page of pages) await measure(city, served, { page, port, isQuick });
  });
