import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '#contract/cases.ts';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { partsOf } from '../../case/recognition/data.ts';
import { numberText } from '../../ui/format.ts';
import { useSay } from '../../ui/language.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import { countWords, words } from './words.ts';

const scorecardQuery = (zone: string, year: number) => ({
  queryKey: ['scorecard', zone, year],
  queryFn: () => dataOf(api.call('readScorecard', { params: { id: zone }, query: { year } })),
});

/** What the system counts of the zone and year, and the matching funds on record: the annex can be checked against it. */
export function OnRecord({ kase }: { readonly kase: CaseView }) {
  const say = useSay();
  const { zone = '', year = 0, progress } = partsOf(kase);
  // Without a plan for the year there is no scorecard to ask for.
  const card = useQuery({ ...scorecardQuery(zone, year), enabled: Boolean(progress) });
  if (!card.data) return null;
  const { counts, funds } = card.data;
  const sum = (of: 'plannedYuan' | 'arrivedYuan' | 'spentYuan') => funds.reduce((all, row) => all + row[of], 0);
  const counted: readonly Pair[] = Object.entries(countWords).flatMap(([source, label]) => {
    const value = counts[source] ?? null;
    return value === null ? [] : [{ key: source, label: say(label), value: numberText(value) }];
  });
  const money: readonly Pair[] = (['plannedYuan', 'arrivedYuan', 'spentYuan'] as const).map((key) => ({
    key,
    label: say(words[key]),
    value: `${numberText(sum(key))} ${say(words.yuan)}`,
  }));
  return (
    <section className="mt-8 rounded-lg bg-sand px-5 py-4">
      <h3 className="font-semibold">{say(words.onRecord(year))}</h3>
      <p className="mb-3 text-sm text-soft">{say(words.onRecordWhy)}</p>
      <Pairs pairs={[...counted, ...money]} />
    </section>
  );
}
