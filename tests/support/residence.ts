import type { BusinessDate } from '#core/kernel/dates.ts';
import { good } from './caller.ts';
import { Kase } from './story.ts';
import type { Username, World } from './world.ts';

type Builder = 'east' | 'south' | 'west';
const counties = {
  east: ['reviewer', 'signer', 'countyboth'],
  south: ['reviewer', 'signer', 'countyboth'],
  west: ['reviewer2', 'signer2'],
} as const;

/** Everybody who may confirm a stay in a zone of this builder. */
export const confirmersOf = (builder: Builder): readonly Username[] => [
  ...counties[builder],
  'officer',
  'officer2',
  'approver',
  'approver2',
  'both',
];

type Move = {
  readonly builder: Builder;
  readonly agency: 'first' | 'second' | 'outside';
  readonly zone: string;
  readonly from: string;
  readonly to?: string | null;
};

/** The lease, uploaded by the building unit. */
export const lease = async (world: World, who: Username) => [{ proves: 'lease', attachment: await world.paper(who) }];

/** A move in as a building unit records it, with its lease. */
export const moveIn = async (world: World, { builder, agency, zone, from, to = null }: Move) => ({
  zone,
  entry: 'move_in',
  creditCode: world.orgs[agency].creditCode,
  from,
  to,
  evidence: await lease(world, builder),
});

/** The word of whoever was on the spot. */
export const siteCheck = (seenOn: BusinessDate | string | null) => ({ seenOn, says: '有办公场所，有人办公' });

/** A move in, recorded by the building unit and confirmed by its county on the same day. */
export async function movedIn(world: World, move: Move): Promise<Kase> {
  const kase = new Kase(world, good(await (await world.as(move.builder)).open('residence', await moveIn(world, move))));
  await kase.do(counties[move.builder][0], 'confirm', siteCheck(world.house.clock.today()));
  return kase;
}
