import { useSay } from './language.tsx';
import { uiWords } from './words.ts';

/** Grey lines where words will be. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const say = useSay();
  return (
    <output className="grid gap-3 py-2">
      <span className="sr-only">{say(uiWords.loading)}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} aria-hidden="true" className={`h-5 animate-pulse rounded bg-sand ${index % 3 === 2 ? 'w-2/3' : 'w-full'}`} />
      ))}
    </output>
  );
}
