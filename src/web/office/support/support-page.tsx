import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { words } from '../../words.ts';

/** Keeps the place of a page that is still to come. */
export function Page() {
  return <Empty title={useSay()(words.building)} />;
}
