import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Sheets } from '../panel/sheets.tsx';
import type { Result } from './data.ts';
import { applicationWords, groupWords } from './words.ts';

/** The scores as they were opened: every sheet by group, which were left out, and the mean of the rest. */
export function ResultCard({ result }: { readonly result: Result }) {
  const say = useSay();
  return (
    <Card id="result" title={say(applicationWords.result)}>
      <div className="mb-5 flex flex-wrap items-end gap-x-10 gap-y-3">
        <p>
          <span className="block text-sm text-soft">{say(applicationWords.score)}</span>
          <span className="font-serif text-[2.5rem] leading-none font-bold text-teal">{result.score.toFixed(2)}</span>
        </p>
        <p>
          <span className="block text-sm text-soft">{say(applicationWords.planScore)}</span>
          <span className="font-serif text-2xl leading-none font-bold">{result.planScore.toFixed(2)}</span>
        </p>
        <p className="text-sm text-soft">{say(applicationWords.scoreWhy)}</p>
      </div>
      <Sheets caption={say(applicationWords.result)} sheets={result.sheets} groups={groupWords} />
    </Card>
  );
}
