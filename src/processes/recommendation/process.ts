import { both } from '#core/kernel/words.ts';
import { applicant, atTheCentre, inTheCounty } from '#core/people/offices.ts';
import { defineProcess } from '#core/process/define.ts';
import { summaryOf } from '#core/process/summary.ts';
import { levels, RecommendationData } from './data.ts';
import { opens } from './opening.ts';
import * as outcome from './outcome.ts';
import * as preparing from './preparing.ts';
import { states } from './states.ts';

/** Recommendation of an excellent zone for the provincial or national title: unit's part, dossier, two persons, outcome (rows 4.2, 14.3b). */
export const recommendation = defineProcess({
  name: 'recommendation',
  title: both('上级集聚区推荐', 'Recommendation'),
  clause: '14.3b',
  prefix: 'TJ',
  data: RecommendationData,
  readers: [applicant, ...inTheCounty, ...atTheCentre],
  sees: [
    { part: 'order', who: atTheCentre },
    { part: 'dossier', who: atTheCentre },
    { part: 'proposal', who: atTheCentre },
  ],
  opens,
  initial: 'unit_part',
  states,
  events: {
    supply: preparing.supply,
    decline: preparing.decline,
    unit_overdue: preparing.unitOverdue,
    ask_again: preparing.askAgain,
    propose: preparing.propose,
    send_back: preparing.sendBack,
    send: preparing.send,
    record_accepted: outcome.recordAccepted,
    record_not_accepted: outcome.recordNotAccepted,
    withdraw: outcome.withdraw,
    drop: outcome.drop,
    end_unfit: outcome.endUnfit,
  },
  summary: summaryOf<RecommendationData>()(['zoneName', 'level'], ({ zoneName, level }) =>
    both(`${zoneName}推荐申报${levels[level].zh}`, `${zoneName}: recommendation, ${levels[level].en}`),
  ),
});
