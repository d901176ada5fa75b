import { Nothing, type Reason } from '#core/form/inputs.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { clock } from '#core/people/offices.ts';
import { type EventDefinition, eventsOf, type Guard } from './define.ts';
import type { Effect } from './effects.ts';
import { known } from './facts.ts';
import { tellCentre } from './tell.ts';

/** What a procedure says of its public notice. */
export type NoticeSetting<State extends string, Data> = {
  /** Where the notice runs, and where the case waits for its decision afterwards. */
  readonly runsIn: State;
  readonly decidesIn: State;
  /** What is decided then, as a verb. */
  readonly decide: Words;
  /** What has to be done where an objection was upheld. */
  readonly ifUpheld: Words;
  /** Upheld objections that were taken into account already and are in the way no more. */
  readonly settled?: (data: Data) => number;
};

type Own<State extends string, Data> = Pick<
  EventDefinition<State, Data, Reason>,
  'title' | 'clause' | 'to' | 'who' | 'input' | 'asks' | 'guards' | 'apply'
> & { readonly effects: NonNullable<EventDefinition<State, Data, Reason>['effects']> };

const closing: Effect = { kind: 'close notice', when: 'with' };

/** A public notice: its end by the clock, the way back after an objection, and what stands in the way of the decision (I-35). */
export function publicNotice<State extends string, Data>(setting: NoticeSetting<State, Data>) {
  const { runsIn, decidesIn, decide, ifUpheld, settled = () => 0 } = setting;
  const event = eventsOf<State, Data>();
  return {
    noticeEnds: event({
      title: both('公示期满', 'Notice ends'),
      clause: 'operational',
      from: [runsIn],
      to: decidesIn,
      who: [clock],
      input: Nothing,
      effects: (sight) => [
        closing,
        tellCentre(sight, 'centre_approver', `公示期满，请${decide.zh}`, `the notice is over; please ${decide.en}`),
      ],
    }),
    /** What was published does not stand; the notice ends with it. */
    revise: (own: Own<State, Data>) =>
      event({
        ...own,
        from: [runsIn, decidesIn],
        manner: 'grave',
        effects: (sight, input) => [closing, ...own.effects(sight, input)],
      }),
    ...objectionGuards({ decide, ifUpheld, settled }),
  };
}

type Deciding<Data> = Required<Pick<NoticeSetting<string, Data>, 'decide' | 'ifUpheld' | 'settled'>>;

function objectionGuards<Data>({ decide, ifUpheld, settled }: Deciding<Data>) {
  const noOpenObjection: Guard<Data> = {
    code: 'objection_open',
    clause: 'operational',
    asks: ['openObjections'],
    says: ({ facts }) => {
      const open = known(facts, 'openObjections');
      return both(`还有${open}件异议没有答复，不能${decide.zh}`, `${open} objections are not answered yet`);
    },
    met: ({ facts }) => known(facts, 'openObjections') === 0,
  };
  const noUpheldObjection: Guard<Data> = {
    code: 'objection_upheld',
    clause: 'operational',
    asks: ['upheldObjections'],
    says: both(`有异议核查成立，不能${decide.zh}；${ifUpheld.zh}`, `An objection was upheld; ${ifUpheld.en}`),
    met: ({ data, facts }) => known(facts, 'upheldObjections') <= settled(data),
  };
  return { noOpenObjection, noUpheldObjection };
}
