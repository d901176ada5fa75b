import type { z } from 'zod';
import { Nothing, Reason } from '#core/form/inputs.ts';
import type { BusinessDate } from '#core/kernel/dates.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { both, type Words } from '#core/kernel/words.ts';
import { clock, countyApproverBut, countyReviewer } from '#core/people/offices.ts';
import { eventsOf, type Guard, type Sight } from './define.ts';
import { tellCentre, tellCounty } from './tell.ts';

/** Signs for the county; never who wrote the opinion. */
export const countyApprover = countyApproverBut('county_check');

/** Who wrote an opinion, and when. */
type Written = { readonly reviewedOn: BusinessDate; readonly reviewer: string };

/** What a procedure says of the county whose opinion it waits for. */
export type CountySetting<State extends string, Data, Opinion> = {
  readonly clause: string;
  /** Where the case waits for the opinion, and where for its signature. */
  readonly reviewsIn: State;
  readonly signsIn: State;
  /** What the county writes, as its messages call it. */
  readonly called: Words;
  readonly writes: Words;
  readonly opinion: z.ZodType<Opinion>;
  readonly accepts?: (sight: Sight<Data>, opinion: Opinion) => readonly Refusal[];
  readonly put: (data: Data, opinion: Opinion & Written) => Data;
  /** What the clock writes down when the county's time is over, and what the centre may do. */
  readonly overdue: Words;
  readonly centreMay?: Words;
};

/** Two persons of the county: one writes the opinion, the other signs it or sends it back; silence is only told (I-34). */
export function countyEvents<State extends string, Data, Opinion extends object>(setting: CountySetting<State, Data, Opinion>) {
  const { clause, reviewsIn, signsIn, called, overdue, centreMay = both('请督促', 'please urge it') } = setting;
  const event = eventsOf<State, Data>();
  return {
    countyCheck: event({
      title: setting.writes,
      clause,
      from: [reviewsIn],
      to: signsIn,
      who: [countyReviewer],
      input: setting.opinion,
      manner: 'next',
      ...(setting.accepts && { accepts: setting.accepts }),
      apply: ({ data, today, actor }, opinion) => setting.put(data, { ...opinion, reviewedOn: today, reviewer: actor.name }),
      effects: (sight) => [tellCounty(sight, 'county_approver', `${called.zh}已提出，请签发`, `the ${called.en} is written; please sign`)],
    }),
    sendBack: event({
      title: both('退回审核人', 'Send back to the reviewer'),
      clause: 'operational',
      from: [signsIn],
      to: reviewsIn,
      who: [countyApprover],
      input: Reason,
      effects: (sight) => [
        tellCounty(sight, 'county_reviewer', `签发人退回，请重新提出${called.zh}`, `sent back; please write the ${called.en} again`),
      ],
    }),
    countyOverdue: event({
      title: overdue,
      clause: 'operational',
      from: [reviewsIn, signsIn],
      to: 'same',
      who: [clock],
      input: Nothing,
      effects: (sight) => [
        tellCounty(
          sight,
          'county_reviewer',
          `${called.zh}已超期，请尽快办理；超期不视为同意`,
          `the ${called.en} is overdue; silence is not approval`,
        ),
        tellCentre(sight, 'centre_officer', `${overdue.zh}，${centreMay.zh}`, `the county is overdue; ${centreMay.en}`),
      ],
    }),
  };
}

/** The county's approver can only sign what the reviewer proposed. */
export const opinionIs =
  (clause: string) =>
  (opinion: string): Guard<{ readonly opinion: { readonly opinion: string } | null }> => ({
    code: 'opinion_differs',
    clause,
    says: both('审核人提出的不是这一意见；如不同意，请退回审核人重新审核', 'The reviewer proposed otherwise; send it back if you disagree'),
    met: ({ data }) => data.opinion?.opinion === opinion,
  });
