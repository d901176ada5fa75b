import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../api/answer.tsx';
import { ProblemError } from '../../api/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { useAddress } from '../use-address.ts';
import { useYear, YearPicker } from '../year.tsx';
import { Forecast, Warnings } from './forecast.tsx';
import { FundsCard } from './funds-card.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { formsQuery, type Scorecard, scorecardQuery, type ZoneForms } from './queries.ts';
import { TaskList } from './task-list.tsx';
import { words } from './words.ts';

type Props = { readonly zone: string; readonly isRevoked: boolean; readonly hasPlan: boolean; readonly canBuild: boolean };

/** What nobody may report on: the zone of a revoked title. */
const noForms = (forms: ZoneForms): ZoneForms => ({ ...forms, task: null, indicator: null });

const isMissing = (error: Error | null) => error instanceof ProblemError && error.problem.status === 404;

/** How a zone stands in a year: the forecast, what to worry about, tasks, indicators and funds. */
export function ScorecardTab(props: Props) {
  const { year } = useYear();
  const card = useQuery(scorecardQuery(props.zone, year));
  const forms = useQuery(formsQuery);
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex justify-end">
        <YearPicker />
      </div>
      {isMissing(card.error) ? (
        <NoPlan {...props} year={year} />
      ) : (
        <Answer query={card} lines={10}>
          {(told) => (
            <Answer query={forms} lines={10}>
              {(own) => <Standing card={told} forms={props.isRevoked ? noForms(own) : own} />}
            </Answer>
          )}
        </Answer>
      )}
    </div>
  );
}

function NoPlan({ year, hasPlan, canBuild }: Props & { readonly year: number }) {
  const say = useSay();
  const next = hasPlan ? words.noPlanOtherYear : canBuild ? words.noPlanBuilder : words.noPlanReader;
  return <Empty title={say(words.noPlanYear(year))}>{say(next)}</Empty>;
}

function Standing({ card, forms }: { readonly card: Scorecard; readonly forms: ZoneForms }) {
  const { change } = useAddress();
  return (
    <>
      <Forecast card={card} />
      <Warnings warnings={card.warnings} />
      <TaskList card={card} forms={forms} />
      <IndicatorList card={card} forms={forms} />
      <FundsCard funds={card.funds} onRecords={() => change({ tab: 'records', kind: null })} />
    </>
  );
}
