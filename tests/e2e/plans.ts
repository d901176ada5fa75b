import { randomUUID } from 'node:crypto';
import type { CaseView, Moved } from '#contract/cases.ts';
import { demoPassword } from '#demo/city.ts';
import { type Client, clientOf } from '#demo/http.ts';
import { centreCheck, indicator, planChanges, planContent, planOpinion, task } from '../support/plan.ts';

type Zone = { readonly id: string; readonly name: string; readonly district: string };

/** Sends commands as people of the city, the way their pages would. */
function deskOf(client: Client) {
  const send = async <Body>(username: string, path: string, body: object, version?: number): Promise<Body> => {
    const as = await client.signIn(username, demoPassword);
    const answer = await client.ask<Body>({ method: 'POST', path, as, key: randomUUID(), body, ...(version ? { version } : {}) });
    return answer.body;
  };
  /** One event of a case at the version it now has. */
  const move = async (username: string, id: string, event: string, input: object): Promise<void> => {
    const as = await client.signIn(username, demoPassword);
    const { body } = await client.ask<CaseView>({ path: `/cases/plan/${id}`, as });
    await send<Moved>(username, `/cases/plan/${id}/${event}`, input, body.version);
  };
  return { send, move };
}

/** The zone whose name contains these words. */
export async function zoneNamed(baseUrl: string, words: string): Promise<Zone> {
  const { body } = await clientOf(baseUrl).ask<readonly Zone[]>({ path: '/zones' });
  const found = body.find(({ name }) => name.includes(words));
  if (!found) throw new Error(`no zone called ${words}`);
  return found;
}

type Story = { readonly baseUrl: string; readonly zone: Zone; readonly builder: string; readonly county: string; readonly year: number };

/** A plan of two tasks and one indicator, consented by county and centre; one task done, the indicator at half. */
export async function consentedPlan({ baseUrl, zone, builder, county, year }: Story): Promise<void> {
  const { send, move } = deskOf(clientOf(baseUrl));
  const span = { start: `${year}-01-01`, end: `${year}-12-31`, milestones: [] };
  const content = planContent({
    general: { from: `${year}-01-01`, to: `${year + 2}-12-31`, goals: '三年内聚集服务机构二十家，覆盖十一类服务。' },
    tasks: { rows: [task('1', { ...span, title: '引进品牌机构' }), task('2', { ...span, title: '供求对接' })] },
    withoutTasks: Object.fromEntries(
      ['agencies', 'matching', 'talent', 'order', 'international', 'campaigns'].map((name) => [name, '并入措施一章统一安排。']),
    ),
    indicators: { rows: [indicator('A', { name: '培训场次', baseDate: `${year}-01-01`, targets: [{ year, value: 10 }] })] },
    funding: { rows: [{ source: 'district', year, yuan: 1_000_000 }] },
  });
  const { id } = await send<Moved>(builder, '/cases/plan', { zone: zone.id });
  await move(builder, id, 'fill-in', { changes: planChanges(content) });
  await move(builder, id, 'file', {});
  await move(`${county}.review`, id, 'county-check', planOpinion());
  await move(`${county}.sign`, id, 'endorse', {});
  await move('officer1', id, 'centre-check', centreCheck());
  await move('approver1', id, 'consent', { documentNumber: `虚构方案〔${year}〕1号` });
  const on = `${year}-01-02`;
  await send(builder, `/zones/${zone.id}/tasks/1/reports`, { state: 'done', on, spentYuan: 0, note: '引进两家' });
  await send(builder, `/zones/${zone.id}/indicators/A/reports`, { year, value: 5, unit: '场', on, note: '上半年五场' });
}
