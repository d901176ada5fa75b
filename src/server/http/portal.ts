import { randomBytes, randomUUID } from 'node:crypto';
import QRCode from 'qrcode';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Instant, yearOf } from '#core/kernel/dates.ts';
import { publicActor } from '#core/people/actor.ts';
import { languageAsked, pages } from '#portal/index.ts';
import type { Notice } from '#portal/notice.ts';
import type { ReadingItem } from '#portal/readings.ts';
import { readReceiptCode } from '#portal/verify.ts';
import { advance } from '#server/cases/advance.ts';
import { callFact } from '#server/cases/facts.ts';
import { guideClauses } from '#server/cases/determination.ts';
import { processNamed } from '#server/cases/present.ts';
import { listReadings, rulingsOn, settingsOn, settingsUnder, supportRulings } from '#server/cases/readings.ts';
import { gradeTitle, zoneView } from '#server/cases/words.ts';
import { reading, systemScope } from '#server/db/transaction.ts';
import { findNotice, findZone, listCalls, listNotices, listZones, type NoticeRow } from '#server/stores/published.ts';
import { publicGradesUpTo } from '#server/stores/recognitions.ts';
import { listZoneRecords } from '#server/stores/zone-records.ts';
import { publicScope } from './call.ts';
import type { House } from './house.ts';
import { receiptStands } from './public.ts';
import { measureView, publishedRecords } from './zone-records.ts';

type Query = { readonly lang?: string; readonly district?: string; readonly code?: string; readonly status?: string };
type Setting = Parameters<typeof pages.home>[0];
type Page = (setting: Setting, request: FastifyRequest, reply: FastifyReply) => Promise<string>;

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const noticeItem = (row: NoticeRow, at: Instant): Notice => ({
  id: row.id,
  title: row.title,
  publishedAt: row.published_at,
  firstDay: row.first_day,
  lastDay: row.last_day,
  closesAt: row.closes_at,
  isOpen: row.ended_at === null && at < row.closes_at,
  body: row.body,
});

function settingOf(house: House, request: FastifyRequest): Setting & { readonly nonce: string } {
  const asked = languageAsked((request.query as Query).lang, request.headers['accept-language']);
  return {
    ...asked,
    path: request.url,
    today: house.clock.today(),
    isDemo: house.config.JIXIA_DEMO,
    nonce: randomBytes(16).toString('base64'),
  };
}

/** Sends a page: no script may run on it, and nothing but its own style sheet applies. */
function send(reply: FastifyReply, setting: { readonly nonce: string }, body: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('vary', 'Accept-Language')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${setting.nonce}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    )
    .send(body);
}

/** An error page in the portal's look. */
export function sendErrorPage(house: House, request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const setting = settingOf(house, request);
  return send(reply.code(status), setting, pages.error(setting, { status, requestId: request.id }));
}

/** Answers a path with a page; what one reads there needs no session. */
const pageRoutes = (app: FastifyInstance, house: House) => (path: string, page: Page, perMinute?: number) =>
  app.get(path, { config: perMinute ? { rateLimit: { max: perMinute, timeWindow: '1 minute' } } : {} }, async (request, reply) => {
    const setting = settingOf(house, request);
    return send(reply, setting, await page(setting, request, reply));
  });

/** A published notice, and in how many workdays an objection to it would be answered. */
async function noticeFor(house: House, id: string) {
  const [row, { values }] = await reading(house.pool, publicScope, (tx) =>
    Promise.all([findNotice(tx, id), settingsOn(tx, house.clock.today())]),
  );
  return row && { notice: noticeItem(row, house.clock.now()), answerWorkdays: values.objectionWorkdays };
}

/** What a zone has published of its measures and preferential terms, newest first. */
async function measuresOf(house: House, { language }: Setting, zone: string) {
  const asked = { ...publishedRecords, after: null, limit: 200 };
  const rows = await reading(house.pool, publicScope, (tx) => listZoneRecords(tx, zone, asked));
  return rows.map((row) => measureView(row, language));
}

/** The public pages. They need no session and read only what was published. */
export function mountPortal(app: FastifyInstance, house: House): void {
  const at = () => house.clock.now();
  const read = <T>(work: Parameters<typeof reading<T>>[2]) => reading(house.pool, publicScope, work);
  const zones = async (setting: Setting) => (await read(listZones)).map((row) => zoneView(row, setting.language));
  const grades = async (setting: Setting) =>
    (await read((tx) => publicGradesUpTo(tx, yearOf(house.clock.today())))).map(({ decided_on, ...row }) => ({
      ...row,
      gradeTitle: gradeTitle(row.grade, setting.language),
      decidedOn: decided_on,
    }));
  const calls = async () => (await read(listCalls)).map((row) => callFact(row, at()));
  const notices = async () => (await read(listNotices)).map((row) => noticeItem(row, at()));

  const get = pageRoutes(app, house);
  const missing = (setting: Setting, reply: FastifyReply, request: FastifyRequest) => {
    reply.code(404);
    return pages.error(setting, { status: 404, requestId: request.id });
  };
  const one = <Row>(request: FastifyRequest, find: (id: string) => Promise<Row | undefined>) => {
    const { id } = request.params as { id: string };
    return isId(id) ? find(id) : Promise.resolve(undefined);
  };

  get('/', async (setting) =>
    pages.home(setting, { calls: await calls(), notices: (await notices()).slice(0, 5), zones: await zones(setting) }),
  );
  get('/zones', async (setting, request) =>
    pages.zones(setting, { zones: await zones(setting), grades: await grades(setting), district: (request.query as Query).district ?? '' }),
  );
  get('/zones/:id', async (setting, request, reply) => {
    const zone = await one(request, (id) => read((tx) => findZone(tx, id)));
    if (!zone) return missing(setting, reply, request);
    const measures = await measuresOf(house, setting, zone.id);
    return pages.zone(setting, { zone: zoneView(zone, setting.language), grades: await grades(setting), measures });
  });
  get('/zones/:id/certificate', async (setting, request, reply) => {
    const zone = await one(request, (id) => read((tx) => findZone(tx, id)));
    return zone ? pages.certificate(setting, { zone: zoneView(zone, setting.language) }) : missing(setting, reply, request);
  });
  get('/calls', async (setting) => pages.calls(setting, { calls: await calls() }));
  get('/notices', async (setting) => pages.notices(setting, { notices: await notices() }));
  get('/notices/:id', async (setting, request, reply) => {
    const found = await one(request, (id) => noticeFor(house, id));
    return found ? pages.notice(setting, { ...found, key: randomUUID() }) : missing(setting, reply, request);
  });
  mountVerification(app, house);
  mountQrCodes(app, house);
  get('/policy', async (setting) => pages.policy(setting, { clauses: guideClauses }));
  get('/developers', async (setting) => pages.developers(setting));
  mountReadings(app, house);
  mountObjections(app, house);
}

/** Checking a receipt by the code on it. */
function mountVerification(app: FastifyInstance, house: House): void {
  const get = pageRoutes(app, house);
  const verify = async (setting: Setting, reply: FastifyReply, typed: string | undefined) => {
    if (typed === undefined || typed.trim() === '') return pages.verify(setting, {});
    const code = readReceiptCode(typed);
    const found = code === null ? undefined : await reading(house.pool, systemScope, (tx) => receiptStands(tx, code));
    if (!found) {
      reply.code(404);
      return pages.verify(setting, { code: code ?? typed, answer: null });
    }
    const { isGenuine, number, title, hashHex: hash, seq, total } = found;
    return pages.verify(setting, {
      code: code ?? typed,
      answer: { isGenuine, number, title, at: found.at, hash, says: '', entry: { number: seq, of: total } },
    });
  };
  get('/verify', (setting, request, reply) => verify(setting, reply, (request.query as Query).code));
  get('/verify/:code', (setting, request, reply) => verify(setting, reply, (request.params as { code: string }).code));
}

/** The register of readings, and the pages that compute and count days with them: all follow the rulings in effect today. */
function mountReadings(app: FastifyInstance, house: House): void {
  const get = pageRoutes(app, house);
  const rulings = () => reading(house.pool, publicScope, (tx) => rulingsOn(tx, house.clock.today()));
  get('/how-it-works', async (setting) => pages.howItWorks(setting, { readings: settingsUnder(await rulings()).values }));
  get('/readings', async (setting, request) =>
    pages.readings(setting, {
      readings: listReadings(await rulings()) as readonly ReadingItem[],
      status: (request.query as Query).status ?? '',
    }),
  );
  get(
    '/what-can-i-get',
    async (setting, request, reply) => {
      const asked = request.query as Readonly<Record<string, unknown>>;
      const { body, hasFaults } = pages.whatCanIGet(setting, { asked, rulings: supportRulings(await rulings()) });
      if (hasFaults) reply.code(422);
      return body;
    },
    60,
  );
}

/** QR codes that lead back here: to a receipt's check, to a zone of the register. */
function mountQrCodes(app: FastifyInstance, house: House): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, place: string) => {
    const base = house.config.PUBLIC_URL ?? `${request.protocol}://${request.host}`;
    const svg = await QRCode.toString(`${base}${place}`, { type: 'svg', margin: 1 });
    return reply.type('image/svg+xml').header('content-security-policy', "default-src 'none'").send(svg);
  };
  app.get('/verify/:code/qr.svg', (request, reply) => {
    const code = readReceiptCode((request.params as { code: string }).code);
    return code === null ? sendErrorPage(house, request, reply, 404) : send(request, reply, `/verify/${code}`);
  });
  app.get('/zones/:id/qr.svg', (request, reply) => {
    const { id } = request.params as { id: string };
    return isId(id) ? send(request, reply, `/zones/${id}`) : sendErrorPage(house, request, reply, 404);
  });
}

type ObjectionForm = Readonly<Record<'key' | 'name' | 'contact' | 'facts', string>>;

const objectionForm = (body: unknown): ObjectionForm => {
  const { key = '', name = '', contact = '', facts = '' } = (body ?? {}) as Partial<ObjectionForm>;
  return { key: isId(key) ? key : randomUUID(), name, contact, facts };
};

/** The one form of the portal. It posts without script; sending it twice makes one objection. */
function mountObjections(app: FastifyInstance, house: House): void {
  app.post('/notices/:id/objection', { config: { rateLimit: { max: 20, timeWindow: '1 hour' } } }, async (request, reply) => {
    const setting = settingOf(house, request);
    const { id } = request.params as { id: string };
    const found = isId(id) ? await noticeFor(house, id) : undefined;
    if (!found) return sendErrorPage(house, request, reply, 404);
    const { key, ...typed } = objectionForm(request.body);
    const result = await advance(house, {
      process: processNamed('objection'),
      event: 'open',
      kase: null,
      input: { notice: id, ...typed },
      actor: publicActor,
      version: null,
      key,
      requestId: request.id,
      language: setting.language,
    });
    if (result.outcome === 'unknown') return sendErrorPage(house, request, reply, 503);
    if (result.outcome === 'refused') {
      const faults = result.refused.refusals.map(({ field, says }) => ({ ...(field ? { field } : {}), says: says[setting.language] }));
      return send(reply.code(422), setting, pages.notice(setting, { ...found, typed, faults, key }));
    }
    house.wakeJobs();
    const answer = JSON.parse(result.value.body.toString('utf8')) as {
      number: string;
      at: string;
      receipt: { code: string; hash: string };
    };
    return send(reply, setting, pages.objection(setting, { ...found, number: answer.number, at: answer.at, ...answer.receipt }));
  });
}
