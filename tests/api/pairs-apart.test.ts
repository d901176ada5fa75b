import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyProcess } from '#core/process/define.ts';
import { isRelated, type Who } from '#core/people/relations.ts';
import type { Role } from '#core/people/roles.ts';
import { permission } from '#core/process/step.ts';
import { processes } from '#processes/index.ts';
import { actorIn } from '../support/pure.ts';
import { good } from '../support/caller.ts';
import { appropriated, determined, filed, payee, proposed, won } from '../support/claims.ts';
import { bookFaults, payables } from '../support/payments.ts';
import { Kase, type Who as Person } from '../support/story.ts';
import { openWorld, type OrganisationName, type World } from '../support/world.ts';
import { placeZone } from '../support/zone.ts';

const world: World = await openWorld();

/** Two steps of one case that one person may not both take: the later one is refused to whoever took the earlier. */
type Pair = { readonly earlier: string; readonly later: string; readonly who: Who };

const pairsOf = ({ events }: AnyProcess): readonly Pair[] =>
  Object.entries(events).flatMap(([later, { who }]) =>
    who.flatMap((one) => (one.notWho ?? []).map((earlier) => ({ earlier, later, who: one }))),
  );

/** The pairs as a reviewer reads them: what was done, and what that person may not do any more. */
function tableOf(process: AnyProcess): string {
  const lines = Map.groupBy(pairsOf(process), ({ earlier, who }) => `${earlier} → ${who.role}`);
  return [...lines].map(([done, pairs]) => `${process.name}: ${done}: ${pairs.map(({ later }) => later).join(' ')}`).join('\n');
}

const apart = Object.values(processes as unknown as Readonly<Record<string, AnyProcess>>).filter((process) => pairsOf(process).length > 0);

/** Somebody who sits in the office of the later step. */
const persons: Partial<Record<Role, Person>> = {
  centre_officer: ['both', 'centre_officer'],
  centre_approver: ['both', 'centre_approver'],
  county_approver: ['countyboth', 'county_approver'],
  county_reviewer: ['countyboth', 'county_reviewer'],
  finance: 'finance',
  enterprise: 'enterprise',
};

/** Whose case it must be so that the relation holds. */
const ownerOf = ({ role, relation }: Who): OrganisationName => (role === 'finance' && relation === 'owner' ? 'treasury' : 'first');

/** A case of the process with nothing in it but its parties: who may act is asked before anything else. */
async function bareCase(process: AnyProcess, who: Who): Promise<Kase> {
  const id = randomUUID();
  const { rows } = await world.owner.query(
    `insert into kase (id, number, process, state, data, owner, district, counterparty, opened_by, opened_at, state_since, policy, version, summary)
     values ($1, $2, $3, $4, '{}', $5, '370303', $6, $7, now(), now(), 'zibo-2020', 1, '')
     returning id, process, number, version, state`,
    [
      id,
      `BARE-${id.slice(0, 8)}`,
      process.name,
      process.initial,
      world.orgs[ownerOf(who)].id,
      world.orgs.plant.id,
      world.person('officer2'),
    ],
  );
  return new Kase(world, rows[0]);
}

const idOf = (who: Person): string => world.person(typeof who === 'string' ? who : who[0]);

/** Pairs of `wanted` that the process does not keep apart, whatever else the person did before or after the earlier step. */
function notKeptApart(process: AnyProcess, wanted: readonly Pair[]): readonly string[] {
  return wanted.flatMap(({ earlier, later, who }) => {
    const event = process.events[later];
    const actor = actorIn(who.role);
    const kase = { owner: 'owner', district: '370303', assigned: [`${who.role}-1`], counterparty: 'owner' };
    const histories = [{ [earlier]: [`${who.role}-1`] }, { [later]: [`${who.role}-1`], [earlier]: [`${who.role}-1`] }];
    if (!event || !isRelated(who, actor, { ...kase, hands: {} })) return [`${earlier} → ${later}: can not be tried`];
    const isOpen = histories.some(
      (hands) => permission(event.who, event.title, event.clause, { actor, kase: { ...kase, hands } as never }) === null,
    );
    return isOpen ? [`${earlier} → ${later}`] : [];
  });
}

describe('Steps of one case that two persons must take', () => {
  it('are these', () => {
    expect(apart.map(tableOf).join('\n')).toMatchInlineSnapshot(`
      "call: open → centre_approver: announce drop
      application: county_check → county_approver: endorse county_return county_reject send_back
      application: propose_selection → centre_approver: confirm_selection confirm_rejection send_back_selection revise_after_objection designate
      plan: county_check → county_approver: endorse county_return county_reject send_back
      plan: centre_check → centre_approver: consent refuse send_back_check
      residence: open → county_reviewer: confirm turn_down
      residence: open → county_approver: confirm turn_down
      residence: open → centre_officer: confirm turn_down
      residence: open → centre_approver: confirm turn_down
      licence: open → centre_approver: put_in_force drop
      objection: propose_answer → centre_approver: send_back answer
      ruling: open → centre_approver: put_in_force drop
      claim: open → centre_officer: check take_in give_back propose propose_computed propose_at_share take_back propose_refusal propose_recovery record_report close_recovery
      claim: file → centre_officer: check take_in give_back propose propose_computed propose_at_share take_back propose_refusal propose_recovery record_report close_recovery
      claim: refile → centre_officer: check take_in give_back propose propose_computed propose_at_share take_back propose_refusal propose_recovery record_report close_recovery
      claim: open → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: file → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: refile → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: check → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: propose → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: propose_computed → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: propose_at_share → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: propose_refusal → centre_approver: send_back confirm_refusal approve revise_after_objection reopen determine_payment issue_voucher
      claim: propose_recovery → centre_approver: drop_recovery_paid drop_recovery_unpaid drop_recovery_voucher order_recovery correct_finding
      claim: open → finance: record_repayment
      claim: file → finance: record_repayment
      claim: refile → finance: record_repayment
      claim: propose_recovery → finance: record_repayment
      claim: order_recovery → finance: record_repayment
      claim: order_recovery → centre_approver: correct_finding
      appropriation: open → centre_approver: put_in_force drop
      settlement: open → centre_approver: publish drop
      redemption: open → enterprise: confirm deny
      redemption: open → centre_officer: settle reject
      redemption: confirm → centre_officer: settle reject
      payment: open → finance: check send_back release
      payment: check → finance: send_back release
      recognition: county_check → county_approver: county_sign county_return send_back
      recognition: propose_grade → centre_approver: approve_grade send_back_grade revise_after_objection decide
      recommendation: open → centre_approver: send_back send
      recommendation: propose → centre_approver: send_back send
      bonus: open → centre_approver: confirm drop
      rectification: draft_notice → centre_approver: issue_notice send_back_notice
      rectification: propose_extension → centre_approver: extend refuse_extension
      rectification: county_check → county_approver: county_sign send_back
      rectification: record_recheck → centre_approver: keep_title find_unqualified send_back_recheck
      rectification: count_as_failed → centre_approver: keep_title find_unqualified send_back_recheck
      revocation: draft_notice → centre_approver: issue_notice send_back_notice publish keep_title send_back_proposal revise_after_objection revoke
      revocation: open → centre_approver: publish keep_title send_back_proposal revise_after_objection revoke
      revocation: record_hearing → centre_approver: publish keep_title send_back_proposal revise_after_objection revoke
      revocation: propose → centre_approver: publish keep_title send_back_proposal revise_after_objection revoke"
    `);
  });

  it.each(apart.map((process) => [process.name, process] as const))(
    '%s: the later one is refused over the API to whoever took the earlier',
    async (_name, process) => {
      for (const { earlier, later, who } of pairsOf(process)) {
        const person = persons[who.role];
        if (!person) throw new Error(`nobody in these tests sits as ${who.role}`);
        const kase = await bareCase(process, who);
        for (const hands of [{ [earlier]: [idOf(person)] }, { [later]: [idOf(person)], [earlier]: [idOf(person)] }]) {
          await world.owner.query(`update kase set hands = $2 where id = $1`, [kase.id, JSON.stringify(hands)]);
          const problem = await kase.refused(person, later, {}, { status: 403, code: 'same_person' });
          expect(problem.detail, `${earlier} → ${later}`).toContain('须由另一人办理');
        }
      }
    },
  );

  it('would be found open if the process forgot who did what', () => {
    for (const process of apart) {
      const wanted = pairsOf(process);
      expect(notKeptApart(process, wanted)).toEqual([]);
      const events = Object.fromEntries(
        Object.entries(process.events).map(([name, event]) => [
          name,
          { ...event, who: event.who.map(({ role, relation }) => ({ role, relation })) },
        ]),
      );
      const forgetful = { ...process, events } as AnyProcess;
      expect(notKeptApart(forgetful, wanted)).toEqual(wanted.map(({ earlier, later }) => `${earlier} → ${later}`));
    }
  });
});

describe('Whoever handled a claim in another office', () => {
  let kase: Kase;
  beforeAll(async () => {
    await placeZone(world);
    await appropriated(world, '9.4', 100_000);
    await won(world, '（2021）鲁03民初1号', { agencyFeeYuan: 10_000 });
    kase = await filed(world, '9.4', [await payee(world)]);
    await proposed(kase, 10_000);
    await determined(kase);
  });

  /** The approver of the claim, in an office of the finance bureau as well. */
  async function approverInFinance() {
    const office = randomUUID();
    await world.owner.query(`insert into office (id, person, organisation, role, from_day) values ($1, $2, $3, 'finance', '2020-01-01')`, [
      office,
      world.person('approver'),
      world.orgs.treasury.id,
    ]);
    return world.session(world.person('approver'), office);
  }

  it('neither makes, checks nor releases the batch that pays it', async () => {
    const cashier = await approverInFinance();
    const ids = (await payables(world)).map(({ id }) => id);
    const made = await cashier.open('payment', { payables: ids });
    expect([made.status, made.problem.code]).toEqual([422, 'handled_before']);
    expect(made.problem.detail).toContain(kase.number);
    const batch = new Kase(world, good(await (await world.as('finance')).open('payment', { payables: ids })));
    const send = (event: string, input: object) =>
      cashier.send({ process: 'payment', id: batch.id, event }, input, { version: batch.version });
    expect((await send('check', { count: 1, totalFen: 1_000_000 })).problem.code).toBe('handled_before');
    await batch.do('finance2', 'check', { count: 1, totalFen: 1_000_000 });
    expect((await send('release', {})).problem.code).toBe('handled_before');
    await batch.do('finance3', 'release');
    expect([await bookFaults(world), world.faults]).toEqual([[], []]);
  });
});
