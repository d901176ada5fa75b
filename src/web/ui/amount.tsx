import { useSay } from './language.tsx';
import { yuanText } from './money.ts';
import { uiWords } from './words.ts';

/** Fen as yuan: with two decimals, or shortened to whole yuan where nothing is lost. */
export function Amount({
  fen,
  isBig = false,
  isShort = false,
}: {
  readonly fen: number;
  readonly isBig?: boolean;
  readonly isShort?: boolean;
}) {
  const say = useSay();
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span className={isBig ? 'font-serif text-2xl font-bold' : ''}>{yuanText(fen, isShort)}</span>
      <span className={isBig ? '' : 'text-[0.8125em]'}> {say(uiWords.yuan)}</span>
    </span>
  );
}
