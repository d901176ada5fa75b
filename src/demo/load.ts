import { performance } from 'node:perf_hooks';
import type { CaseRow, CaseView } from '#contract/cases.ts';
import { type BusinessDate, businessDateOf } from '#core/kernel/dates.ts';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { momentsOf } from './agenda.ts';
import { type City, demoPassword, moveClock, setClock, timesOf } from './city.ts';
import { momentOf } from './days.ts';
import { evidence } from './evidence.ts';
import { firstDayOf, history } from './history.ts';
import { type Account, type Client, clientOf, inParallel } from './http.ts';
import { type Organisation, organisations } from './organisations.ts';
import { type DemoPerson, people } from './people.ts';
import { present } from './present.ts';
import { loadedOn } from './steps-centre.ts';
import { support } from './support.ts';
import { zoneLife } from './zone-life.ts';

export { type DemoAccount, demoAccounts } from './accounts.ts';

type Loading = {
  readonly baseUrl: string;
  readonly administrator: { readonly username: string; readonly password: string };
  readonly say: (line: string) => void;
};

/** Requests under way at a time: enough to keep two cores busy, too few to be turned away. */
const width = 6;

/**
 * Loads the demonstration city through the public API of a server in demonstration mode. Safe to run again: every command
 * carries a key of its own, so a load that broke off goes on where it stopped and a finished one changes nothing.
 * @throws RefusedByApi with the problem's own sentence when the API refuses anything.
 */
export async function loadDemonstrationCity({ baseUrl, administrator, say }: Loading): Promise<readonly DemoAccount[]> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const client = clientOf(baseUrl);
  await client.untilCalm();
  const admin = await client.signIn(administrator.username, administrator.password);
  const { machine } = await timesOf(client, admin);
  const earlier = await dayOfEarlierLoad(client, admin);
  const today = earlier ?? businessDateOf(machine);
  if (!earlier) await setClock(client, momentOf(firstDayOf(today), '08:00'));
  say(earlier ? `演示城市：接着${today}的载入继续` : `演示城市：全部单位、人员和数据均为虚构；业务时钟先回到${firstDayOf(today)}`);

  const city: City = {
    client,
    administrator: admin,
    say,
    today,
    signIns: new Map(),
    organisations: new Map(),
    persons: new Map(),
    dossiers: new Map(),
    records: new Map(),
  };
  await register(city);
  say(`演示城市：已登记${city.organisations.size}家单位、${city.persons.size}个账号（${seconds()}秒）`);
  await live(city, seconds);
  const { machine: now } = await timesOf(client, admin);
  await moveClock(city, now);
  say(`演示城市：载入完成，${city.dossiers.size}件案卷（${seconds()}秒）`);
  return demoAccounts;
}

/** The day on which an earlier load began, if there was one: the extension it put in force tells. */
async function dayOfEarlierLoad(client: Client, admin: Account): Promise<BusinessDate | undefined> {
  const { body: known } = await client.ask<readonly { readonly username: string }[]>({ path: '/people?q=officer1', as: admin });
  if (!known.some(({ username }) => username === 'officer1')) return undefined;
  const officer = await client.signIn('officer1', demoPassword);
  const { body } = await client.ask<{ readonly rows: readonly CaseRow[] }>({ path: '/cases/ruling', as: officer });
  for (const { id } of body.rows) {
    const { body: ruling } = await client.ask<CaseView>({ path: `/cases/ruling/${id}`, as: officer });
    const { text } = ruling.data;
    const day = typeof text === 'string' ? loadedOn(text) : undefined;
    if (day) return day;
  }
  return undefined;
}

/** Registers organisations and people; the centre is the administrator's own where that is one. */
async function register(city: City): Promise<void> {
  const { body: centres } = await city.client.ask<readonly { readonly id: string }[]>({
    path: '/organisations?kind=centre',
    as: city.administrator,
  });
  const centre = centres[0]?.id;
  if (centre) city.organisations.set('centre', centre);
  await inParallel(
    organisations.filter(({ key }) => !city.organisations.has(key)),
    width,
    (one) => addOrganisation(city, one),
  );
  await inParallel(people, width, (one) => addPerson(city, one));
}

async function addOrganisation(
  { client, administrator, organisations: ids }: City,
  { key, qualifiedFrom: _decidedLater, ...body }: Organisation,
): Promise<void> {
  const answer = await client.ask<{ readonly id: string }>({
    method: 'POST',
    path: '/organisations',
    as: administrator,
    key: `demo-organisation-${key}`,
    body,
  });
  ids.set(key, answer.body.id);
}

async function addPerson(city: City, { username, name, offices, expert }: DemoPerson): Promise<void> {
  const body = {
    username,
    name,
    email: `${username}@demo.example`,
    password: demoPassword,
    offices: offices.map(([key, role]) => ({ organisation: city.organisations.get(key), role })),
    expert,
  };
  const answer = await city.client.ask<{ readonly id: string }>({
    method: 'POST',
    path: '/people',
    as: city.administrator,
    key: `demo-person-${username}`,
    body,
  });
  city.persons.set(username, answer.body.id);
}

/** Lives through the city's agenda, moment by moment. */
async function live(city: City, seconds: () => string): Promise<void> {
  const moments = momentsOf([
    ...history(city.today),
    ...present(city.today),
    ...evidence(city.today),
    ...support(city.today),
    ...zoneLife(city.today),
  ]);
  let month = '';
  for (const [n, { at, stops }] of moments.entries()) {
    const day = businessDateOf(at);
    if (day.slice(0, 7) !== month) city.say(`演示城市：业务时间${day}，第${n + 1}步，共${moments.length}步（${seconds()}秒）`);
    month = day.slice(0, 7);
    await moveClock(city, at);
    await inParallel(stops, width, ({ run }) => run(city));
  }
}
