import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import { both } from '#core/kernel/words.ts';
import { Answer } from '../../api/answer.tsx';
import { type Bonus, bonusQuery } from '../../office/districts/bonus.ts';
import { BonusTable } from '../../office/districts/bonus-table.tsx';
import { bonusWords } from '../../office/districts/words.ts';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { paths } from '../../paths.ts';

type Parts = { readonly year: number; readonly hash: string; readonly reason: string };

const words = {
  list: (year: number) => both(`${year}年度名单`, `The list of ${year}`),
  moved: both(
    '拟定以后，依据的事实或口径有变化，本名单不能审定；请作废后重新拟定。',
    'What this list rests on has changed; it can not be confirmed. Drop it and prepare it anew.',
  ),
  reason: both('更正的理由', 'Reason of the correction'),
};

/** The list with this hash: what is known now, or a confirmed version. */
const listOf = (bonus: Bonus, hash: string) => (bonus.hash === hash ? bonus : bonus.versions.find((version) => version.hash === hash));

/** The list that is prepared or was confirmed in this case. */
export function BonusData({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { year, hash, reason } = view.data as Parts;
  const bonus = useQuery(bonusQuery(year));
  return (
    <Card
      title={say(words.list(year))}
      aside={
        <Link href={`${paths.bonus}?year=${year}`} className="link text-sm">
          {say(bonusWords.title)}
        </Link>
      }
    >
      <Answer query={bonus}>
        {(told) => {
          const list = listOf(told, hash);
          if (!list) return <Notice tone="warn">{say(words.moved)}</Notice>;
          const { excellent, other, maximum } = list.points;
          return (
            <>
              <p className="mb-3 text-sm text-soft">{say(bonusWords.rule(list.ruleTitle, excellent, other, maximum))}</p>
              <BonusTable rows={list.rows} caption={say(words.list(year))} />
            </>
          );
        }}
      </Answer>
      {reason && (
        <p className="mt-4">
          <span className="text-sm text-soft">{say(words.reason)} </span>
          {reason}
        </p>
      )}
      <p className="mt-2 font-mono text-xs wrap-anywhere text-soft">SHA-256 {hash}</p>
    </Card>
  );
}
