import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { uiWords } from './words.ts';

/** The foot of a keyset list: how much is shown, and the way on. */
export function LoadMore({
  shown,
  hasMore,
  isBusy,
  onMore,
}: {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly onMore: () => void;
}) {
  const say = useSay();
  return (
    <div className="no-print flex flex-wrap items-center justify-center gap-4 py-5 text-sm text-soft">
      <span aria-live="polite">{say(hasMore ? uiWords.shown(shown) : uiWords.allShown(shown))}</span>
      {hasMore && (
        <Button size="small" isBusy={isBusy} onClick={onMore}>
          {say(uiWords.more)}
        </Button>
      )}
    </div>
  );
}
